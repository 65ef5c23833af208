using MamConsole.Server.Outcomes;

namespace MamConsole.Tests.Server.Outcomes;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("It's plain, with an é", "It's plain, with an é")]
    [InlineData("a\r\nb", "a\\r\\nb")]
    [InlineData("\u001b[31mred", "\\u001B[31mred")]
    [InlineData("a\u2028b\u0085c\u0000", "a\\u2028b\\u0085c\\u0000")]
    public void OneLine_EscapesCharactersThatCouldBreakLine(string text, string line) => Assert.Equal(line, LogText.OneLine(text));

    [Fact]
    public void OneLine_TruncatesLongTextEvenWithinCharacter()
    {
        var line = LogText.OneLine(new string('x', 199) + "\U0001F600" + new string('y', 64 * 1024));

        Assert.InRange(line.Length, 200, 220);
        Assert.EndsWith("…", line, StringComparison.Ordinal);
    }

    [Fact]
    public void OneLine_ReplacesLoneSurrogate() => Assert.Equal("half \\uFFFD", LogText.OneLine("half \ud800"));

    [Fact]
    public void Quote_FormatsNullAndEmptyText() => Assert.Equal(("(none)", "\"\""), (LogText.Quote(null), LogText.Quote("")));
}
