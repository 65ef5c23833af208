using Mono.Cecil;

namespace MamConsole.Tests.Architecture;

/// <summary>The assemblies of the product as they were built.</summary>
internal static class BuiltAssemblies
{
    /// <summary>The assemblies of the product, without the test assembly.</summary>
    public static IReadOnlyList<ModuleDefinition> Products { get; } =
    [
        .. Directory
            .GetFiles(AppContext.BaseDirectory, "MamConsole.*.dll")
            .Where(path => Path.GetFileNameWithoutExtension(path) != TestModule.Assembly.Name.Name)
            .Order(StringComparer.Ordinal)
            .Select(ModuleDefinition.ReadModule),
    ];

    /// <summary>The test assembly, whose examples violate each rule.</summary>
    public static ModuleDefinition TestModule => field ??= ModuleDefinition.ReadModule(typeof(BuiltAssemblies).Assembly.Location);

    public static ModuleDefinition Server => Named("MamConsole.Server");

    public static ModuleDefinition PolicyEngine => Named("MamConsole.PolicyEngine");

    public static ModuleDefinition Protocol => Named("MamConsole.Protocol");

    private static ModuleDefinition Named(string name) => Products.Single(module => module.Assembly.Name.Name == name);
}
