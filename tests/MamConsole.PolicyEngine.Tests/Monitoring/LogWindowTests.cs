using MamConsole.PolicyEngine.Monitoring;

namespace MamConsole.Tests.PolicyEngine.Monitoring;

public sealed class LogWindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 7 * 24)]
    [InlineData(24, 25)]
    [InlineData(59 * 24, (59 * 24) + 1)]
    [InlineData(60 * 24, 60 * 24)]
    [InlineData(400 * 24, 60 * 24)]
    public void Since_OverlapsLastWindowByOneHourAndReachesBackSixtyDaysAtMost(int? endedHoursAgo, int beginsHoursAgo) =>
        Assert.Equal(Now.AddHours(-beginsHoursAgo), LogWindow.Since(endedHoursAgo is { } hours ? Now.AddHours(-hours) : null, Now));
}
