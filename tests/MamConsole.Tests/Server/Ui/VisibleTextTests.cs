using MamConsole.Server.Devices;
using MamConsole.Server.Sessions;
using MamConsole.Server.Ui;

namespace MamConsole.Tests.Server.Ui;

public sealed class VisibleTextTests
{
    [Theory]
    [Trait("Abuse", "SY-52")]
    [InlineData("plain, ünïcode, 中文, 😀", "plain, ünïcode, 中文, 😀")]
    [InlineData("\u001b[31mred", "\\u001B[31mred")]
    [InlineData("a\r\nb\tc", "a\\u000D\\u000Ab\\u0009c")]
    [InlineData("line\u2028paragraph\u2029end", "line\\u2028paragraph\\u2029end")]
    [InlineData("gpj\u202Eexe", "gpj\\u202Eexe")]
    [InlineData("zero\u200Bwidth\u00ADsoft\uFEFF", "zero\\u200Bwidth\\u00ADsoft\\uFEFF")]
    [InlineData("c1\u0085\u009B", "c1\\u0085\\u009B")]
    public void Of_EscapesControlCharacters(string text, string visible) => Assert.Equal(visible, VisibleText.Of(text));

    [Fact]
    public void Of_PreservesLineBreaksWhenRequested() => Assert.Equal("<a>\n\t<b/>\\u000D", VisibleText.Of("<a>\n\t<b/>\r", lines: true));

    [Fact]
    public void PrettyXml_IndentsXmlAsText() =>
        Assert.Equal(
            "<a>\n  <b c=\"&lt;script&gt;\">x &amp;lt;script&amp;gt;</b>\n</a>",
            PrettyXml.Of("<a><b c='&lt;script>'>x &amp;lt;script&amp;gt;</b></a>"u8.ToArray())
        );

    [Fact]
    public void PrettyXml_ReturnsInvalidXmlUnchanged() => Assert.Equal("<a><b", PrettyXml.Of("<a><b"u8.ToArray()));
}
