namespace MamConsole.Tests.Architecture;

public sealed class FileRulesTests
{
    private static readonly string[] Code =
    [
        .. CheckoutFiles.Files("src", ".cs", ".razor"),
        .. CheckoutFiles.Files("tests", ".cs", ".razor"),
    ];

    [Fact]
    public void Folders_HaveMeaningfulNames() => Assert.Empty(FileRules.NamedForNothing(Code));

    [Fact]
    public void NamedForNothing_FindsFolder() =>
        Assert.Equal(["src/A/Utils/B.cs"], FileRules.NamedForNothing(["src/A/Utils/B.cs", "src/A/Policies/Utils.cs"]));

    [Fact]
    public void Files_AreNotTooLong() => Assert.DoesNotContain(Code, path => FileRules.IsTooLong(CheckoutFiles.Read(path)));

    /// <summary>The examples of the architecture tests contain several types in one file on purpose.</summary>
    [Fact]
    public void Files_ContainOneTopLevelTypeOfTheirName() =>
        Assert.Empty(
            Code.Where(path =>
                    path.EndsWith(".cs", StringComparison.Ordinal) && !path.Contains("/Architecture/Examples/", StringComparison.Ordinal)
                )
                .SelectMany(path =>
                    FileRules
                        .TopLevelTypes(CheckoutFiles.Read(path))
                        .Where(type => type != Path.GetFileName(path).Split('.')[0])
                        .Select(type => $"{path}: {type}")
                )
        );

    [Theory]
    [InlineData("public sealed record One(int Number);", "One")]
    [InlineData("internal static partial class Two\n{\n    private enum Three { A }\n}\n", "Two")]
    [InlineData("public readonly record struct Four(int A);\n\npublic enum Five { A }\n", "Four,Five")]
    [InlineData("public delegate void Six(int a);\n", "Six")]
    public void TopLevelTypes_FindsTypes(string text, string types) => Assert.Equal(types.Split(','), FileRules.TopLevelTypes(text));

    [Fact]
    public void Lines_AreNotTooWide() =>
        Assert.Empty(
            Code.Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
                .SelectMany(path => FileRules.WideLines(CheckoutFiles.Read(path)).Select(line => $"{path}:{line}"))
        );

    [Fact]
    public void WideLines_FindsWideLinesOutsideRawText()
    {
        var wide = new string('x', FileRules.MaximumColumns + 1);

        Assert.Equal([1, 5], FileRules.WideLines($"{wide}\n\"\"\"\n{wide}\n\"\"\";\n{wide}"));
    }

    [Theory]
    [InlineData(FileRules.MaximumLines, false)]
    [InlineData(FileRules.MaximumLines + 1, true)]
    public void IsTooLong_IsTrueAboveMaximum(int lines, bool tooLong) =>
        Assert.Equal(tooLong, FileRules.IsTooLong(string.Concat(Enumerable.Repeat("line\n", lines))));

    [Fact]
    public void Pages_FetchNothingFromOtherHosts()
    {
        string[] served =
        [
            .. CheckoutFiles.Files("wwwroot-assets", ".css", ".js", ".svg", ".html"),
            .. Code.Where(path => path.EndsWith(".razor", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(served);
        Assert.Empty(served.SelectMany(path => FileRules.FetchedFromOutside(CheckoutFiles.Read(path)).Select(found => $"{path}: {found}")));
    }

    [Theory]
    [InlineData("""<script src="https://cdn.example/a.js"></script>""")]
    [InlineData("""<link rel="stylesheet" href="//cdn.example/a.css">""")]
    [InlineData("@import 'https://cdn.example/a.css';")]
    [InlineData("body { background: url(http://cdn.example/a.png) }")]
    [InlineData("import x from 'https://cdn.example/a.js';")]
    [InlineData("const x = await import('https://cdn.example/a.js');")]
    public void FetchedFromOutside_FindsResourceOfOtherHost(string text) => Assert.Single(FileRules.FetchedFromOutside(text));

    [Theory]
    [InlineData("""<a href="https://learn.microsoft.com/">Read more</a>""")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg"><use href="/icons.svg#a" /></svg>""")]
    [InlineData("body { background: url('/logo.svg') }")]
    public void FetchedFromOutside_IgnoresLinksAndOwnResources(string text) => Assert.Empty(FileRules.FetchedFromOutside(text));
}
