using MamConsole.Server.Outcomes;

namespace MamConsole.Tests.Server.Outcomes;

public sealed class PolicyTextTests
{
    [Theory]
    [InlineData("  Sales – Zürich 🙂 ", "Sales – Zürich 🙂")]
    [InlineData("x", "x")]
    public void A_name_is_retained_without_its_margins(string typed, string stored) => Assert.Equal(stored, Result(PolicyText.Name(typed)));

    [Theory]
    [InlineData(null)]
    [InlineData(" \t ")]
    [InlineData("two\nlines")]
    [InlineData("nul\0")]
    public void A_name_that_cannot_be_stored_is_rejected(string? typed) =>
        Assert.Equal(nameof(TextInvalid), Result(PolicyText.Name(typed)));

    // Not in the table above: an attribute cannot hold half a character either.
    [Fact]
    public void Half_a_character_is_no_text()
    {
        Assert.Equal(nameof(TextInvalid), Result(PolicyText.Name("half \uD83D of a smile")));
        Assert.Equal(nameof(TextInvalid), Result(PolicyText.Name("half \uDE42")));
        Assert.Equal(nameof(TextInvalid), Result(PolicyText.Name("half \uD83D")));
    }

    [Fact]
    public void Texts_have_an_end()
    {
        Assert.Equal(nameof(TextInvalid), Result(PolicyText.Name(new string('x', PolicyText.MaximumName + 1))));
        Assert.Equal(nameof(TextInvalid), Result(PolicyText.Reason(new string('x', PolicyText.MaximumReason + 1))));
    }

    [Theory]
    [InlineData("two\r\nlines", "two\r\nlines")]
    [InlineData(null, "")]
    [InlineData("bell \a", nameof(TextInvalid))]
    public void A_reason_may_have_lines_and_may_be_empty(string? typed, string expected) =>
        Assert.Equal(expected, Result(PolicyText.Reason(typed)));

    [Theory]
    [InlineData("Sales", "SALES")]
    [InlineData("ﬁle", "FILE")]
    [InlineData("Zu\u0308rich", "zürich")]
    public void Names_that_look_alike_have_one_key(string one, string other) =>
        Assert.Equal(PolicyText.NameKey(one), PolicyText.NameKey(other));

    private static string Result(Outcome<string> outcome) => outcome.Match(text => text, problem => problem.Kind);
}
