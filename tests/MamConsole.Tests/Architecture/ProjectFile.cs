using System.Xml.Linq;

namespace MamConsole.Tests.Architecture;

/// <summary>The parts of a project file that the rules evaluate.</summary>
internal sealed record ProjectFile(
    string Name,
    bool IsTest,
    string Sdk,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Packages,
    IReadOnlyList<string> Frameworks
)
{
    public static ProjectFile Read(string path, string text)
    {
        var project = XDocument.Parse(text).Root!;
        return new(
            Path.GetFileNameWithoutExtension(path),
            path.StartsWith("tests/", StringComparison.Ordinal),
            (string?)project.Attribute("Sdk") ?? "",
            [.. Includes("ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            [.. Includes("PackageReference")],
            [.. Includes("FrameworkReference")]
        );

        IEnumerable<string> Includes(string item) => project.Descendants(item).Select(element => (string)element.Attribute("Include")!);
    }
}
