using Mono.Cecil;

namespace MamConsole.Tests.Architecture;

/// <summary>The uses between the modules of an assembly; a module is a namespace below the root.</summary>
internal sealed class ModuleGraph
{
    /// <summary>The name under which types directly in the root namespace are listed.</summary>
    public const string RootName = "(root)";

    private readonly SortedDictionary<string, SortedDictionary<string, string>> uses = new(StringComparer.Ordinal);

    private ModuleGraph() { }

    /// <summary>All modules, by name.</summary>
    public IReadOnlyCollection<string> Modules => uses.Keys;

    /// <param name="assembly">The assembly.</param>
    /// <param name="root">The namespace that contains the modules.</param>
    /// <param name="depth">The number of namespace levels that count as separate modules.</param>
    /// <param name="leaveOut">Selects types that are not part of a module, such as those that only register one.</param>
    public static ModuleGraph Of(ModuleDefinition assembly, string root, int depth = 2, Func<TypeReference, bool>? leaveOut = null)
    {
        var graph = new ModuleGraph();
        foreach (var type in assembly.Types.Where(type => leaveOut?.Invoke(type) != true))
        {
            if (NameOf(type, root, depth) is not { } module)
            {
                continue;
            }

            var used = graph.Add(module);
            foreach (var other in TypesUsed.By(type).Where(other => leaveOut?.Invoke(other) != true))
            {
                if (NameOf(other, root, depth) is { } target && target != module)
                {
                    graph.Add(target);
                    used.TryAdd(target, $"{type.Name} uses {other.Name}");
                }
            }
        }

        return graph;
    }

    /// <summary>Returns the modules that a module uses.</summary>
    public IReadOnlyCollection<string> UsedBy(string module) => uses[module].Keys;

    /// <summary>Returns one reason why a module uses another: the names of two types.</summary>
    public string Reason(string module, string used) => uses[module][used];

    /// <summary>Returns each group of modules that use each other in a cycle, with a reason for each step.</summary>
    public IEnumerable<string> Cycles()
    {
        var left = uses.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var module in uses.Keys)
        {
            var cycle = left.Where(other => other != module && Reaches(module, other) && Reaches(other, module)).Append(module).ToArray();
            if (!left.Contains(module) || cycle.Length == 1)
            {
                continue;
            }

            left.ExceptWith(cycle);
            var steps =
                from user in cycle
                from used in uses[user]
                where cycle.Contains(used.Key)
                orderby user, used.Key
                select $"{user} -> {used.Key} ({used.Value})";
            yield return string.Join(", ", steps);
        }
    }

    /// <summary>
    /// Returns the modules from the highest to the lowest: each comes before all modules that it uses. Modules in a cycle come last.
    /// </summary>
    public IReadOnlyList<string> Ordered()
    {
        var ordered = new List<string>();
        var left = new SortedSet<string>(uses.Keys, StringComparer.Ordinal);
        while (left.FirstOrDefault(module => !left.Any(other => other != module && uses[other].ContainsKey(module))) is { } top)
        {
            ordered.Add(top);
            left.Remove(top);
        }

        return [.. ordered, .. left];
    }

    /// <summary>Returns the uses that no chain of other uses implies.</summary>
    public IEnumerable<string> ReducedUses(string module) =>
        uses[module].Keys.Where(used => !uses[module].Keys.Any(between => between != used && Reaches(between, used)));

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>(seen);
        while (open.TryPop(out var at))
        {
            if (at == to)
            {
                return true;
            }

            foreach (var next in uses[at].Keys.Where(seen.Add))
            {
                open.Push(next);
            }
        }

        return false;
    }

    private SortedDictionary<string, string> Add(string module)
    {
        if (!uses.TryGetValue(module, out var used))
        {
            uses[module] = used = new(StringComparer.Ordinal);
        }

        return used;
    }

    /// <summary>Returns whether a type only registers a module; such a type may use everything below its folder.</summary>
    public static bool IsRegistration(TypeReference type) => type.Name.EndsWith("Module", StringComparison.Ordinal);

    /// <summary>
    /// Returns the module of a type; <see cref="RootName"/> for types in the root namespace, null for types outside of it.
    /// </summary>
    public static string? NameOf(TypeReference type, string root, int depth) =>
        type.Namespace == root ? RootName
        : type.Namespace.StartsWith(root + ".", StringComparison.Ordinal)
            ? string.Join('.', type.Namespace[(root.Length + 1)..].Split('.').Take(depth))
        : null;
}
