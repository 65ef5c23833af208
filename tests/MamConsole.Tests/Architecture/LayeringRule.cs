using Mono.Cecil;

namespace MamConsole.Tests.Architecture;

/// <summary>
/// The order of the modules in one assembly: a module may import only modules below it. All may import types directly in the root
/// namespace, and the composition (the types of the root, one module, and the types that register a module) may import every module while
/// no module imports it. A module is a namespace one or two levels below the root.
/// </summary>
/// <param name="Root">The namespace that contains the modules.</param>
/// <param name="Modules">The modules from the highest to the lowest; each is a namespace below the root.</param>
/// <param name="Composition">The module that composes the others.</param>
internal sealed record LayeringRule(string Root, IReadOnlyList<string> Modules, string Composition)
{
    /// <summary>Returns each import of a higher module, and each module that the rule does not name.</summary>
    public IReadOnlyList<string> Violations(ModuleDefinition module) =>
        [
            .. module
                .Types.Where(type => ModuleOf(type) is { Length: > 0 } module && module != Composition && !ModuleGraph.IsRegistration(type))
                .SelectMany(Violations)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private IEnumerable<string> Violations(TypeDefinition type)
    {
        var module = ModuleOf(type)!;
        return !Modules.Contains(module)
            ? [$"The layering rule does not name the module {module}"]
            : TypesUsed
                .By(type)
                .Where(used => IsAbove(ModuleOf(used), module))
                .Select(used => $"{module}: {type.Name} imports {ModuleOf(used)}: {used.Name}");
    }

    private bool IsAbove(string? other, string module) =>
        other == Composition || (other is { Length: > 0 } && Modules.Contains(other) && Position(other) < Position(module));

    private int Position(string module) => Modules.TakeWhile(r => r != module).Count();

    /// <summary>Returns the module; empty for the root itself, null for types elsewhere.</summary>
    private string? ModuleOf(TypeReference type) =>
        ModuleGraph.NameOf(type, Root, depth: 2) switch
        {
            ModuleGraph.RootName => "",
            { } module when module.Split('.')[0] == Composition => Composition,
            var module => module,
        };
}
