namespace MamConsole.Tests.Architecture;

public sealed class FileRulesTests
{
    private static readonly string[] Code = [.. Checkout.Files("src", ".cs", ".razor"), .. Checkout.Files("tests", ".cs", ".razor")];

    [Fact]
    public void Folders_are_named_for_what_they_hold() => Assert.Empty(FileRules.NamedForNothing(Code));

    [Fact]
    public void A_folder_named_for_nothing_is_seen() =>
        Assert.Equal(["src/A/Utils/B.cs"], FileRules.NamedForNothing(["src/A/Utils/B.cs", "src/A/Policies/Utils.cs"]));

    [Fact]
    public void Files_hold_one_idea_each() => Assert.DoesNotContain(Code, path => FileRules.IsTooLong(Checkout.Read(path)));

    [Theory]
    [InlineData(FileRules.MaximumLines, false)]
    [InlineData(FileRules.MaximumLines + 1, true)]
    public void A_file_that_is_too_long_is_seen(int lines, bool tooLong) =>
        Assert.Equal(tooLong, FileRules.IsTooLong(string.Concat(Enumerable.Repeat("line\n", lines))));

    [Fact]
    public void Pages_fetch_nothing_from_other_hosts()
    {
        string[] served =
        [
            .. Checkout.Files("wwwroot-assets", ".css", ".js", ".svg", ".html"),
            .. Code.Where(path => path.EndsWith(".razor", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(served);
        Assert.Empty(served.SelectMany(path => FileRules.FetchedFromOutside(Checkout.Read(path)).Select(found => $"{path}: {found}")));
    }

    [Theory]
    [InlineData("""<script src="https://cdn.example/a.js"></script>""")]
    [InlineData("""<link rel="stylesheet" href="//cdn.example/a.css">""")]
    [InlineData("@import 'https://cdn.example/a.css';")]
    [InlineData("body { background: url(http://cdn.example/a.png) }")]
    [InlineData("import x from 'https://cdn.example/a.js';")]
    [InlineData("const x = await import('https://cdn.example/a.js');")]
    public void Something_fetched_from_another_host_is_seen(string text) => Assert.Single(FileRules.FetchedFromOutside(text));

    [Theory]
    [InlineData("""<a href="https://learn.microsoft.com/">Read more</a>""")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg"><use href="/icons.svg#a" /></svg>""")]
    [InlineData("body { background: url('/logo.svg') }")]
    public void What_the_server_itself_serves_is_fine(string text) => Assert.Empty(FileRules.FetchedFromOutside(text));
}
