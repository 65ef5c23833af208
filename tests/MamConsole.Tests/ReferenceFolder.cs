namespace MamConsole.Tests;

/// <summary>The folder of reference facts and recorded messages, when it stands beside the checkout. Tests that need it skip visibly without it.</summary>
internal static class ReferenceFolder
{
    private static readonly string? Root = Find();

    /// <summary>The path of a file or folder in it; skips the test when it is not there.</summary>
    public static string Require(string relative)
    {
        var path = Root is null ? null : Path.Combine(Root, relative);
        if (path is null || !(File.Exists(path) || Directory.Exists(path)))
        {
            Assert.Skip($"The reference '{relative}' is not beside this checkout (set MAMCONSOLE_REFERENCE to its folder).");
        }

        return path;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MAMCONSOLE_REFERENCE") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "shared", "reference");
            if (Directory.Exists(beside))
            {
                return Path.GetDirectoryName(beside);
            }
        }

        return null;
    }
}
