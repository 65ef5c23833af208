using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Polling;

namespace MamConsole.Tests.PolicyEngine.Polling;

public sealed class PollingTests
{
    private static readonly PollingSettings Good = new()
    {
        Rhythm = PollingRhythm.Own, FirstInterval = "15", FirstCount = "5", SecondInterval = "60", SecondCount = "10", LaterInterval = "1440", LaterCount = "0",
    };

    public static TheoryData<BadValue> BadValues =>
    [
        Bad("PO-01", "firstInterval", Severity.Block, new() { Rhythm = PollingRhythm.Own }) with { Suggestion = "15" },
        Bad("PO-01", "firstCount", Severity.Block, Good with { FirstCount = "0", SecondCount = "0" }) with { Suggestion = "5" },
        Bad("PO-02", "firstCount", Severity.Warn, Good with { FirstCount = "0" }) with { Suggestion = "5" },
        Bad("PO-03", "firstInterval", Severity.Block, Good with { FirstInterval = "1.5" }),
        Bad("PO-03", "secondInterval", Severity.Block, Good with { SecondInterval = "-1" }),
        Bad("PO-03", "laterInterval", Severity.Block, Good with { LaterInterval = "9999999" }),
        Bad("PO-03", "firstCount", Severity.Block, Good with { FirstCount = "often" }),
        Bad("PO-04", "laterInterval", Severity.Warn, Good with { LaterInterval = "" }) with { Suggestion = "480" },
        Bad("PO-05", "laterCount", Severity.Warn, Good with { SecondCount = "0" }),
        Bad("PO-06", "secondInterval", Severity.Warn, Good with { SecondInterval = "0" }),
    ];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_bad_value_is_named(BadValue bad) => bad.Check();

    [Fact]
    public void The_documented_pattern_the_suggested_one_and_one_minute_calls_are_fine()
    {
        PollingSettings[] fine = [Good, new() { Rhythm = PollingRhythm.Suggested }, Good with { FirstInterval = "1" }, new() { FirstInterval = "nonsense" }];

        Assert.All(fine, settings => Assert.Empty(PolicyValidator.Validate(new() { Polling = settings }, SamplePolicies.Context).Findings));
    }

    [Fact]
    public void The_suggested_rhythm_is_written_out()
    {
        var nodes = SamplePolicies.Compile(new() { Polling = new() { Rhythm = PollingRhythm.Suggested } }).Nodes;

        Assert.Equal(
            [
                "IntervalForFirstSetOfRetries 3", "NumberOfFirstRetries 5", "IntervalForSecondSetOfRetries 15", "NumberOfSecondRetries 8",
                "IntervalForRemainingScheduledRetries 480", "NumberOfRemainingScheduledRetries 0", "PollOnLogin true",
            ],
            nodes.Select(n => $"{n.LocUri.Split('/')[^1]} {n.Value}"));
    }

    [Fact]
    public void A_set_that_is_left_out_is_switched_off_not_left_to_windows() =>
        Assert.Equal(6, SamplePolicies.Compile(new() { Polling = new() { Rhythm = PollingRhythm.Own, FirstInterval = "1", FirstCount = "30" } }).Nodes.Count);

    private static BadValue Bad(string code, string field, Severity severity, PollingSettings settings) =>
        new(code, $"polling.{field}", severity, new() { Polling = settings });
}
