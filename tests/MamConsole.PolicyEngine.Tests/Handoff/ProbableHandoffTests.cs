using MamConsole.PolicyEngine.Handoff;

namespace MamConsole.Tests.PolicyEngine.Handoff;

public sealed class ProbableHandoffTests
{
    private static readonly DateTimeOffset Last = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 48, false)]
    [InlineData(null, 49, true)]
    [InlineData(8, 48, false)]
    [InlineData(8, 49, true)]
    [InlineData(72, 144, false)]
    [InlineData(72, 145, true)]
    public void IsLikely_IsTrueAfterTwoCheckInIntervalsOfAtLeastOneDay(int? intervalHours, int staleHours, bool likely) =>
        Assert.Equal(
            likely,
            ProbableHandoff.IsLikely(Last, intervalHours is { } hours ? Last.AddHours(hours) : null, Last.AddHours(staleHours))
        );
}
