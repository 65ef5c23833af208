using Mono.Cecil;

namespace MamConsole.Tests.Architecture;

/// <summary>The checkout that these tests were built from, and the product's assemblies as they were built from it.</summary>
internal static class Checkout
{
    private static readonly string[] NotOurs = ["bin", "obj", "wwwroot", "TestResults", "node_modules"];

    public static string Root { get; } = Find();

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
    public static ModuleDefinition TestModule => field ??= ModuleDefinition.ReadModule(typeof(Checkout).Assembly.Location);

    public static ModuleDefinition Server => Products.Single(module => module.Assembly.Name.Name == "MamConsole.Server");

    /// <summary>Files below a folder with one of the endings, by their path from the root with forward slashes; what builds leave behind is left out.</summary>
    public static IEnumerable<string> Files(string below, params string[] endings) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, below), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(NotOurs.Contains))
            .Where(path => endings.Length == 0 || endings.Any(path.EndsWith))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MamConsole.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests run from a build inside the checkout.");
    }
}
