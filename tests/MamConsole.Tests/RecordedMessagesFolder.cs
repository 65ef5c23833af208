namespace MamConsole.Tests;

/// <summary>
/// The messages that real devices and servers sent, and the policies that others published (<c>captures</c> and <c>wip-samples</c>). They
/// are not part of this repository: the folder is found beside the checkout or through MAMCONSOLE_REFERENCE. Each test that reads it has a
/// counterpart with composed messages, so a checkout without the folder lacks only the comparison with the originals.
/// </summary>
internal static class RecordedMessagesFolder
{
    private static readonly string? Root = Find();

    /// <summary>Whether the folder is present beside the checkout or is configured.</summary>
    public static bool IsPresent => Root is not null;

    /// <summary>
    /// Returns the contents of the named files of one subfolder, or nothing when the folder is absent. The output of the test states how
    /// many were read.
    /// </summary>
    /// <exception cref="FileNotFoundException">The folder is present and lacks one of the files.</exception>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Read(string subfolder, params IEnumerable<string> names)
    {
        var desired = names.ToArray();
        var read = Root is null ? [] : desired.Select(name => (name, File.ReadAllBytes(Path.Combine(Root, subfolder, name)))).ToArray();
        TestContext.Current.TestOutputHelper?.WriteLine($"Recorded messages read from {subfolder}: {read.Length} of {desired.Length}.");
        return read;
    }

    /// <summary>Returns the rows of the index of the subfolder as cells, without the heading; nothing when the folder is absent.</summary>
    public static IReadOnlyList<string[]> Index(string subfolder) =>
        Root is null ? [] : [.. File.ReadLines(Path.Combine(Root, subfolder, "INDEX.tsv")).Skip(1).Select(line => line.Split('\t'))];

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MAMCONSOLE_REFERENCE") is { Length: > 0 } named)
        {
            return Directory.Exists(Path.Combine(named, "captures"))
                ? named
                : throw new DirectoryNotFoundException($"MAMCONSOLE_REFERENCE names '{named}', which has no folder 'captures'.");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(beside, "captures")))
            {
                return beside;
            }
        }

        return null;
    }
}
