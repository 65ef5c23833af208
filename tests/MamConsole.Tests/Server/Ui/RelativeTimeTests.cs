using MamConsole.Server.Ui;

namespace MamConsole.Tests.Server.Ui;

public sealed class RelativeTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 46, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(3, "just now", "now")]
    [InlineData(12, "12 seconds ago", "12 s")]
    [InlineData(60, "1 minute ago", "1 min")]
    [InlineData(34 * 60, "34 minutes ago", "34 min")]
    [InlineData(3 * 3600, "3 hours ago", "3 h")]
    [InlineData(86400, "1 day ago", "1 day")]
    [InlineData(61 * 86400, "61 days ago", "61 days")]
    [InlineData(-46 * 60, "in 46 minutes", "46 min")]
    public void Words_FormatAgeAsRelativeTime(int seconds, string words, string brief)
    {
        var at = Now.AddSeconds(-seconds);

        Assert.Equal(words, RelativeTime.Words(at, Now));
        Assert.Equal(brief, RelativeTime.Short(at, Now));
    }

    [Fact]
    public void Exact_UsesTimeZoneOfViewer()
    {
        var berlin = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), "test", "test");

        Assert.Equal("23 November 2026, 10:46:00", RelativeTime.Exact(Now, berlin));
    }
}
