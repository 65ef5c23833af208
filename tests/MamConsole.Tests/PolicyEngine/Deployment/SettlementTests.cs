using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.PolicyEngine.Deployment;

/// <summary>Where a device stands after each message of a step from nothing (version 0) to version 3.</summary>
public sealed class SettlementTests
{
    private static readonly DateTimeOffset First = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    private static readonly StepContext Context = new(
        new ReportedState(CompiledPolicy.Empty, null, []),
        Nodes.Version("lock=0 minutes=5"),
        Nodes.Current,
        [Nodes.Status],
        []
    )
    {
        Now = First,
    };

    [Fact]
    public void What_is_out_is_sent_and_owes_an_answer_and_a_full_read()
    {
        var settlement = Settlement.Of(DeviceStanding.Fresh, null, Begin(), Context, First);

        Assert.Equal(DeviceStanding.Fresh with { Sent = 3, SentAt = First, NextRead = DateTimeOffset.UnixEpoch }, settlement.Standing);
        Assert.Equal((null, false, false), (settlement.Deviations, settlement.IsNews, settlement.IsReadBack));
        Assert.Equal(3, settlement.Standing.Unanswered);
    }

    [Fact]
    public void Answers_to_all_writes_acknowledge_the_version_before_it_is_read_back()
    {
        var (sent, begun) = Sent();
        var settlement = Settlement.Of(sent, begun, Answer(begun, 200), Context, First.AddSeconds(1));

        Assert.True(settlement.IsNews);
        Assert.False(settlement.IsReadBack);
        Assert.Equal(
            (3L, First.AddSeconds(1), false, null),
            (
                settlement.Standing.Acknowledged,
                settlement.Standing.AcknowledgedAt,
                settlement.Standing.WasRead,
                settlement.Standing.Unanswered
            )
        );
        Assert.Equal(DateTimeOffset.UnixEpoch, settlement.Standing.NextRead);
        Assert.Empty(settlement.Without);
    }

    [Fact]
    public void Values_that_came_back_are_read_back_until_the_rhythm_asks_again()
    {
        var (sent, begun) = Sent();
        var reading = Answer(begun, 200);
        var acknowledged = Settlement.Of(sent, begun, reading, Context, First.AddSeconds(1)).Standing;
        var done = Read(reading, "5");
        var settlement = Settlement.Of(acknowledged, reading, done, Context, First.AddSeconds(2));

        Assert.Equal((false, true), (settlement.IsNews, settlement.IsReadBack));
        Assert.Equal(
            acknowledged with
            {
                WasRead = true,
                ReadAt = First.AddSeconds(2),
                ConditionReadAt = First.AddSeconds(2),
                HardwareReadAt = First.AddSeconds(2),
                NextRead = First.AddSeconds(2).AddDays(1),
            },
            settlement.Standing
        );
    }

    [Theory]
    [InlineData(ReadGroups.Condition)]
    [InlineData(ReadGroups.Hardware)]
    public void A_group_that_was_read_alone_says_nothing_about_the_others(ReadGroups group)
    {
        var stands = DeviceStanding.Fresh with
        {
            Acknowledged = 3,
            Sent = 3,
            ReadAt = First,
            ConditionReadAt = First,
            HardwareReadAt = First,
            NextRead = First.AddDays(1),
        };
        var later = First.AddDays(7);
        var context = Context with { Reported = new ReportedState(Context.Assigned, null, []), Facts = ReadPlan.NodesOf(group) };
        var begun = Step.Begin(3, null, 3, readAll: false, context, also: group);
        var done = Step.Continue(
            begun,
            new Dictionary<PlannedCommand, Verdict>(),
            [.. context.Facts.Select(uri => new NodeReading(uri, "0"))],
            1,
            context
        );

        Assert.Equal(context.Facts, begun.Outstanding.Select(c => c.LocUri));
        var standing = Settlement.Of(Settlement.Of(stands, null, begun, context, later).Standing, begun, done, context, later).Standing;
        Assert.Equal(
            (First, group == ReadGroups.Condition ? later : First, group == ReadGroups.Hardware ? later : First),
            (standing.ReadAt, standing.ConditionReadAt, standing.HardwareReadAt)
        );
    }

    [Fact]
    public void Another_rhythm_counts_from_the_moment_its_version_is_taken()
    {
        var stands = DeviceStanding.Fresh with
        {
            Acknowledged = 2,
            Sent = 2,
            ReadAt = First,
            ConditionReadAt = First,
            HardwareReadAt = First,
            NextRead = First.AddDays(1),
        };
        var eager = Context.Assigned with { Reads = ReadPlan.Usual with { Condition = TimeSpan.FromHours(1) } };
        var context = Context with { Reported = new ReportedState(Context.Assigned, null, []), Assigned = eager };

        var begun = Step.Begin(2, null, 3, readAll: false, context);

        Assert.Equal(StepPhase.Done, begun.Phase);
        Assert.Equal(First.AddHours(1), Settlement.Of(stands, null, begun, context, First.AddMinutes(5)).Standing.NextRead);
    }

    [Theory]
    [InlineData("7", 2, 1, true)] // It said done and holds another value.
    [InlineData(null, 0, 0, false)] // It tells no value: no exception, but not read back either.
    public void A_value_that_did_not_come_back_as_sent_is_no_tick(string? read, int worst, int exceptions, bool wasRead)
    {
        var (sent, begun) = Sent();
        var reading = Answer(begun, 200);
        var acknowledged = Settlement.Of(sent, begun, reading, Context, First).Standing;
        var standing = Settlement.Of(acknowledged, reading, Read(reading, read), Context, First).Standing;

        Assert.Equal((worst, exceptions, wasRead), (standing.Worst, standing.Deviations, standing.WasRead));
    }

    [Fact]
    public void Refused_nodes_are_exceptions_and_the_version_is_acknowledged_without_them()
    {
        var (sent, begun) = Sent();
        var settlement = Settlement.Of(sent, begun, Answer(begun, 405), Context, First);

        Assert.Equal((3L, 2, 2), (settlement.Standing.Acknowledged, settlement.Standing.Worst, settlement.Standing.Deviations));
        Assert.Equal([Nodes.Uri("lock"), Nodes.Uri("minutes")], settlement.Without);
        Assert.True(settlement.IsNews);
    }

    private static StepSession Begin() => Step.Begin(0, null, 3, readAll: true, Context, also: ReadGroups.Condition | ReadGroups.Hardware);

    private static (DeviceStanding Standing, StepSession Step) Sent()
    {
        var begun = Begin();
        return (Settlement.Of(DeviceStanding.Fresh, null, begun, Context, First).Standing, begun);
    }

    private static StepSession Answer(StepSession step, int code) =>
        Step.Continue(step, step.Outstanding.ToDictionary(c => c, _ => new Verdict(new StatusCode(code), null)), [], 1, Context);

    /// <summary>The lock's minutes come back as given; everything else as it should.</summary>
    private static StepSession Read(StepSession step, string? minutes)
    {
        var readings = step
            .Outstanding.OfType<PlannedCommand.Read>()
            .Select(c => new NodeReading(
                c.LocUri,
                Nodes.Name(c.LocUri) switch
                {
                    "minutes" => minutes,
                    "lock" => "0",
                    _ => "11",
                }
            ))
            .Where(r => r.Value is not null);
        return Step.Continue(step, new Dictionary<PlannedCommand, Verdict>(), [.. readings], 2, Context);
    }
}
