using MamConsole.Server.Outcomes;

namespace MamConsole.Tests.Server.Outcomes;

public sealed class PolicyTextTests
{
    [Theory]
    [InlineData("  Sales – Zürich 🙂 ", "Sales – Zürich 🙂")]
    [InlineData("x", "x")]
    public void Name_TrimsSurroundingBlanks(string typed, string stored) => Assert.Equal(stored, Result(PolicyText.Name(typed)));

    [Theory]
    [InlineData(null)]
    [InlineData(" \t ")]
    [InlineData("two\nlines")]
    [InlineData("nul\0")]
    public void Name_RejectsInvalidText(string? typed) => Assert.Equal(nameof(TextInvalid), Result(PolicyText.Name(typed)));

    // These values are not in the table above, because an attribute cannot contain a lone surrogate.
    [Fact]
    public void Name_RejectsLoneSurrogates()
    {
        Assert.Equal(nameof(TextInvalid), Result(PolicyText.Name("half \uD83D of a smile")));
        Assert.Equal(nameof(TextInvalid), Result(PolicyText.Name("half \uDE42")));
        Assert.Equal(nameof(TextInvalid), Result(PolicyText.Name("half \uD83D")));
    }

    [Fact]
    public void NameAndReason_RejectTooLongText()
    {
        Assert.Equal(nameof(TextInvalid), Result(PolicyText.Name(new string('x', PolicyText.MaximumName + 1))));
        Assert.Equal(nameof(TextInvalid), Result(PolicyText.Reason(new string('x', PolicyText.MaximumReason + 1))));
    }

    [Theory]
    [InlineData("two\r\nlines", "two\r\nlines")]
    [InlineData(null, "")]
    [InlineData("bell \a", nameof(TextInvalid))]
    public void Reason_AcceptsLinesAndEmptyText(string? typed, string expected) => Assert.Equal(expected, Result(PolicyText.Reason(typed)));

    [Theory]
    [InlineData("Sales", "SALES")]
    [InlineData("ﬁle", "FILE")]
    [InlineData("Zu\u0308rich", "zürich")]
    public void NameKey_IsEqualForNamesThatLookAlike(string one, string other) =>
        Assert.Equal(PolicyText.NameKey(one), PolicyText.NameKey(other));

    private static string Result(Outcome<string> outcome) => outcome.Match(text => text, problem => problem.Kind);
}
