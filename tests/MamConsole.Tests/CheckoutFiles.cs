namespace MamConsole.Tests;

/// <summary>The files of the checkout that these tests were built from.</summary>
internal static class CheckoutFiles
{
    private static readonly string[] NotOurs = ["bin", "obj", "wwwroot", "TestResults", "node_modules", "artifacts"];

    public static string Root { get; } = Find();

    /// <summary>
    /// Returns the files below a folder with one of the endings, by their path from the root with forward slashes, without the output of
    /// builds.
    /// </summary>
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
