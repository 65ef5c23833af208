namespace MamConsole.Tests.Architecture;

public sealed class ProseTests
{
    [Fact]
    public void Violations_FindsNoneInTheProduct() =>
        Assert.Empty(
            new[] { ".cs", ".razor" }
                .SelectMany(extension => CheckoutFiles.Files("src", extension))
                .SelectMany(path => Prose.Violations(path, CheckoutFiles.Read(path)))
        );

    [Fact]
    public void Violations_FindsCommentsLiteralsAndMarkup()
    {
        const string code = """
            // The class tells.
            /// <summary>Whom it concerns.</summary>
            class Tell { string a = "It asks"; string b = $"{a} says {a}"; }
            """;
        const string markup = """
            @* It wants *@
            <p class="say" id="told">It stands</p>
            @code {
                private string told = "It refuses";
            }
            """;

        Assert.Equal(["tells: a.cs:1", "whom: a.cs:2", "asks: a.cs:3", "says: a.cs:3"], Prose.Violations("a.cs", code));
        Assert.Equal(["wants: a.razor:1", "stands: a.razor:2", "refuses: a.razor:4"], Prose.Violations("a.razor", markup));
    }

    [Theory]
    [InlineData("see say.html")]
    [InlineData("mamconsole.devices.refused")]
    [InlineData("the house-keeping")]
    [InlineData("Housing")]
    public void BannedIn_PassesNamesAndOtherWords(string text) => Assert.Empty(Prose.BannedIn(text));
}
