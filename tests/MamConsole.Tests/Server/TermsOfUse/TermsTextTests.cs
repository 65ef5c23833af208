using Bunit;
using MamConsole.Server.TermsOfUse;

namespace MamConsole.Tests.Server.TermsOfUse;

/// <summary>
/// Tests that the text of the terms of use is rendered with a limited set of elements (docs/reference/abuse-cases.md TU-12).
/// </summary>
public sealed class TermsTextTests : BunitContext
{
    [Theory]
    [InlineData("# One\n\nTwo *three* **four** `five`", "<h2>One</h2><p>Two <em>three</em> <strong>four</strong> <code>five</code></p>")]
    [InlineData(
        "## One\n\n##### Two\n\n### Three\n\n# Four\n\n## Five",
        "<h2>One</h2><h3>Two</h3><h3>Three</h3><h2>Four</h2><h3>Five</h3>"
    )]
    [InlineData("> ### One\n\n# Two", "<blockquote><h2>One</h2></blockquote><h2>Two</h2>")]
    [InlineData("- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\"><li><p>a</p></li><li><p>b</p></li></ol>")]
    [InlineData("> a", "<blockquote><p>a</p></blockquote>")]
    [InlineData(
        "[help](https://contoso.example/help?a=b&c)",
        "<p><a href=\"https://contoso.example/help?a=b&amp;c\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">help</a></p>"
    )]
    [InlineData(
        "<it@contoso.example>",
        "<p><a href=\"mailto:it@contoso.example\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">it@contoso.example</a></p>"
    )]
    [InlineData("[words](javascript:alert(1))", "<p>words</p>")]
    [InlineData("![picture](https://evil.example/x.png)", "<p>picture</p>")]
    [InlineData("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>")]
    [InlineData("a\\\nb", "<p>a<br>b</p>")]
    [InlineData("AT&amp;T", "<p>AT&amp;T</p>")]
    [InlineData("    code <b>", "<pre tabindex=\"0\"><code>code &lt;b&gt;</code></pre>")]
    [InlineData("***", "<hr>")]
    public void TermsText_RendersOnlyAllowedElements(string text, string html) =>
        Render<TermsText>(p => p.Add(t => t.Text, text)).MarkupMatches(html);

    [Fact]
    public void TermsText_PreservesBlanks() =>
        Assert.Equal(
            "<p>Ask <a href=\"https://contoso.example/\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">IT</a>, "
                + "<strong>so</strong>\nor (<em>never</em>).</p>",
            Render<TermsText>(p => p.Add(t => t.Text, "Ask [IT](https://contoso.example/), **so**\nor (*never*).")).Markup.Trim()
        );

    [Theory]
    [InlineData("https://contoso.example/", true)]
    [InlineData("mailto:it@contoso.example", true)]
    [InlineData("http://contoso.example/", false)]
    [InlineData("https://user@contoso.example/", false)]
    [InlineData("HTTPS://contoso.example/", true)]
    [InlineData("java\nscript:alert(1)", false)]
    [InlineData("vbscript:x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ms-settings:workplace", false)]
    [InlineData("/relative", false)]
    [InlineData("", false)]
    public void SafeLink_AcceptsOnlyHttpsAndMail(string address, bool safe) =>
        Assert.Equal(safe, TermsMarkdown.SafeLink(address) is not null);

    [Fact]
    public void TryParse_RejectsTooDeepNesting()
    {
        Assert.Null(TermsMarkdown.TryParse(new string('>', 5_000) + " a"));
        Assert.Contains(
            "too deep",
            Render<TermsText>(p => p.Add(t => t.Text, new string('>', 5_000) + " a")).Markup,
            StringComparison.Ordinal
        );
    }
}
