using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Polling;

namespace MamConsole.Tests.PolicyEngine.Polling;

public sealed class PollingTests
{
    private static readonly PollingSettings Good = new()
    {
        Schedule = PollingSchedule.Own,
        FirstInterval = "15",
        FirstCount = "5",
        SecondInterval = "60",
        SecondCount = "10",
        LaterInterval = "1440",
        LaterCount = "0",
    };

    public static TheoryData<BadValue> BadValues =>
        [
            Bad("PO-01", "firstInterval", Severity.Block, new() { Schedule = PollingSchedule.Own }) with
            {
                Suggestion = "15",
            },
            Bad("PO-01", "firstCount", Severity.Block, Good with { FirstCount = "0", SecondCount = "0" }) with
            {
                Suggestion = "5",
            },
            Bad("PO-02", "firstCount", Severity.Warn, Good with { FirstCount = "0" }) with
            {
                Suggestion = "5",
            },
            Bad("PO-03", "firstInterval", Severity.Block, Good with { FirstInterval = "1.5" }),
            Bad("PO-03", "secondInterval", Severity.Block, Good with { SecondInterval = "-1" }),
            Bad("PO-03", "laterInterval", Severity.Block, Good with { LaterInterval = "9999999" }),
            Bad("PO-03", "firstCount", Severity.Block, Good with { FirstCount = "often" }),
            Bad("PO-04", "laterInterval", Severity.Warn, Good with { LaterInterval = "" }) with
            {
                Suggestion = "480",
            },
            Bad("PO-05", "laterCount", Severity.Warn, Good with { SecondCount = "0" }),
            new BadValue(
                "PO-07",
                "polling.rhythm",
                Severity.Warn,
                new()
                {
                    Polling = Good with { LaterInterval = "2880" },
                    InformationProtection = new() { LostContactDays = "2" },
                }
            ),
            Bad("PO-06", "secondInterval", Severity.Warn, Good with { SecondInterval = "0" }),
        ];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Validate_ReportsBadValue(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_AcceptsDocumentedSuggestedAndOneMinuteSchedules()
    {
        PollingSettings[] fine =
        [
            Good,
            new() { Schedule = PollingSchedule.Suggested },
            Good with
            {
                FirstInterval = "1",
            },
            new() { FirstInterval = "nonsense" },
        ];

        Assert.All(fine, settings => Assert.Empty(PolicyValidator.Validate(new() { Polling = settings }, SamplePolicies.Context).Findings));
    }

    public static TheoryData<PollingSettings, int, bool> Forecasts =>
        new()
        {
            { new(), 480, true },
            {
                new() { PollOnLogin = false },
                480,
                false
            },
            {
                new() { Schedule = PollingSchedule.Suggested },
                480,
                true
            },
            { Good, 1440, false },
            { Good with { FirstCount = "0" }, 15, false },
            { Good with { SecondCount = "0", PollOnLogin = true }, 60, true },
            { Good with { LaterInterval = "" }, 1440, false },
        };

    [Theory]
    [MemberData(nameof(Forecasts))]
    public void Of_DerivesDelayFromEndlessSet(PollingSettings settings, int minutes, bool atSignIn) =>
        Assert.Equal(new CheckInForecast(minutes, atSignIn), CheckInForecast.Of(settings));

    [Fact]
    public void Sentence_ReportsDelayInHoursAndLostContact()
    {
        Assert.Equal(
            "A change that you publish reaches a PC that is on within 8 hours, in about 4 hours on average, and at once when a user "
                + "signs in. A PC that is off gets it at its next check-in.",
            CheckInForecast.Of(new()).Sentence
        );
        Assert.Equal(
            "A PC without contact for 30 days unenrolls itself, and its work files become unreadable.",
            CheckInForecast.Of(new()).LostContact("30", null)
        );
        Assert.Equal(
            "A PC without contact for 1 day unenrolls itself; its work files stay readable.",
            CheckInForecast.Of(new()).LostContact("1", false)
        );
        Assert.Null(CheckInForecast.Of(new()).LostContact("", null));
    }

    [Fact]
    public void Compile_WritesSuggestedSchedule()
    {
        var nodes = SamplePolicies.Compile(new() { Polling = new() { Schedule = PollingSchedule.Suggested } }).Nodes;

        Assert.Equal(
            [
                "IntervalForFirstSetOfRetries 3",
                "NumberOfFirstRetries 5",
                "IntervalForSecondSetOfRetries 15",
                "NumberOfSecondRetries 8",
                "IntervalForRemainingScheduledRetries 480",
                "NumberOfRemainingScheduledRetries 0",
                "PollOnLogin true",
            ],
            nodes.Select(n => $"{n.LocUri.Split('/')[^1]} {n.Value}")
        );
    }

    [Fact]
    public void Compile_WritesAllNodesWhenSetIsOmitted() =>
        Assert.Equal(
            6,
            SamplePolicies
                .Compile(
                    new()
                    {
                        Polling = new()
                        {
                            Schedule = PollingSchedule.Own,
                            FirstInterval = "1",
                            FirstCount = "30",
                        },
                    }
                )
                .Nodes.Count
        );

    private static BadValue Bad(string code, string field, Severity severity, PollingSettings settings) =>
        new(code, $"polling.{field}", severity, new() { Polling = settings });
}
