using MamConsole.Server.Outcomes;

namespace MamConsole.Tests.Server.Outcomes;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("It's plain, with an é", "It's plain, with an é")]
    [InlineData("a\r\nb", "a\\r\\nb")]
    [InlineData("\u001b[31mred", "\\u001B[31mred")]
    [InlineData("a\u2028b\u0085c\u0000", "a\\u2028b\\u0085c\\u0000")]
    public void What_could_break_a_line_is_escaped(string text, string line) => Assert.Equal(line, LogText.OneLine(text));

    [Fact]
    public void A_long_text_is_cut_even_within_a_character()
    {
        var line = LogText.OneLine(new string('x', 199) + "\U0001F600" + new string('y', 64 * 1024));

        Assert.InRange(line.Length, 200, 220);
        Assert.EndsWith("…", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_becomes_a_mark() => Assert.Equal("half \\uFFFD", LogText.OneLine("half \ud800"));

    [Fact]
    public void Nothing_reads_as_nothing() => Assert.Equal(("(none)", "\"\""), (LogText.Quote(null), LogText.Quote("")));
}
