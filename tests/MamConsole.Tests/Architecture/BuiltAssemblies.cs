using Mono.Cecil;

namespace MamConsole.Tests.Architecture;

/// <summary>The product's assemblies as they were built from it.</summary>
internal static class BuiltAssemblies
{
    /// <summary>The product's assemblies, without the tests' own.</summary>
    public static IReadOnlyList<ModuleDefinition> Products { get; } =
    [
        .. Directory
            .GetFiles(AppContext.BaseDirectory, "MamConsole.*.dll")
            .Where(path => Path.GetFileNameWithoutExtension(path) != TestModule.Assembly.Name.Name)
            .Order(StringComparer.Ordinal)
            .Select(ModuleDefinition.ReadModule),
    ];

    /// <summary>This assembly, whose examples show that each rule can be broken.</summary>
    public static ModuleDefinition TestModule => field ??= ModuleDefinition.ReadModule(typeof(BuiltAssemblies).Assembly.Location);

    public static ModuleDefinition Server => Named("MamConsole.Server");

    public static ModuleDefinition PolicyEngine => Named("MamConsole.PolicyEngine");

    public static ModuleDefinition Protocol => Named("MamConsole.Protocol");

    private static ModuleDefinition Named(string name) => Products.Single(module => module.Assembly.Name.Name == name);
}
