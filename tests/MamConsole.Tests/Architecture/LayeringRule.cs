using Mono.Cecil;

namespace MamConsole.Tests.Architecture;

/// <summary>
/// The order of the rooms in one assembly: a room may import only rooms below it. Types directly in the root namespace are shared by all,
/// and the composition (the root's own and one room) may know every room while no room knows it.
/// </summary>
/// <param name="Root">The namespace that holds the rooms.</param>
/// <param name="Modules">From the highest to the lowest; each is a namespace below the root.</param>
/// <param name="Composition">The room that puts the others together.</param>
internal sealed record LayeringRule(string Root, IReadOnlyList<string> Modules, string Composition)
{
    /// <summary>Each import that goes up, and each room that stands nowhere on the ladder.</summary>
    public IReadOnlyList<string> Violations(ModuleDefinition module) =>
        [
            .. module
                .Types.Where(type => ModuleOf(type) is { Length: > 0 } module && module != Composition)
                .SelectMany(Violations)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private IEnumerable<string> Violations(TypeDefinition type)
    {
        var module = ModuleOf(type)!;
        return !Modules.Contains(module)
            ? [$"The room {module} stands nowhere on the ladder"]
            : TypesUsed
                .By(type)
                .Where(used => IsAbove(ModuleOf(used), module))
                .Select(used => $"{module}: {type.Name} imports {ModuleOf(used)}: {used.Name}");
    }

    private bool IsAbove(string? other, string module) =>
        other == Composition || (other is { Length: > 0 } && Modules.Contains(other) && Position(other) < Position(module));

    private int Position(string module) => Modules.TakeWhile(r => r != module).Count();

    /// <summary>The room; empty for the root itself, null for what is elsewhere.</summary>
    private string? ModuleOf(TypeReference type) =>
        type.Namespace == Root ? ""
        : type.Namespace.StartsWith(Root + ".", StringComparison.Ordinal) ? type.Namespace[(Root.Length + 1)..].Split('.')[0]
        : null;
}
