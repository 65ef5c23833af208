using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.PolicyEngine.Deployment;

/// <summary>Tests the sync state of a device after each message of a step from no policy (version 0) to version 3.</summary>
public sealed class StepResultTests
{
    private static readonly DateTimeOffset First = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    private static readonly DeploymentStepContext Context = new(
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
    public void Of_MarksOutstandingStepAsSentAndDueForFullRead()
    {
        var result = StepResult.Of(DeviceSyncState.Initial, null, Begin(), Context, First);

        Assert.Equal(DeviceSyncState.Initial with { Sent = 3, SentAt = First, NextRead = DateTimeOffset.UnixEpoch }, result.SyncState);
        Assert.Equal((null, false, false), (result.Deviations, result.IsNewlyAcknowledged, result.IsReadBack));
        Assert.Equal(3, result.SyncState.Unanswered);
    }

    [Fact]
    public void Of_AcknowledgesVersionWhenAllWritesAreAnswered()
    {
        var (sent, begun) = Sent();
        var result = StepResult.Of(sent, begun, Answer(begun, 200), Context, First.AddSeconds(1));

        Assert.True(result.IsNewlyAcknowledged);
        Assert.False(result.IsReadBack);
        Assert.Equal(
            (3L, First.AddSeconds(1), false, null),
            (result.SyncState.Acknowledged, result.SyncState.AcknowledgedAt, result.SyncState.WasRead, result.SyncState.Unanswered)
        );
        Assert.Equal(DateTimeOffset.UnixEpoch, result.SyncState.NextRead);
        Assert.Empty(result.Without);
    }

    [Fact]
    public void Of_RecordsReadBackAndSchedulesNextRead()
    {
        var (sent, begun) = Sent();
        var reading = Answer(begun, 200);
        var acknowledged = StepResult.Of(sent, begun, reading, Context, First.AddSeconds(1)).SyncState;
        var done = Read(reading, "5");
        var result = StepResult.Of(acknowledged, reading, done, Context, First.AddSeconds(2));

        Assert.Equal((false, true), (result.IsNewlyAcknowledged, result.IsReadBack));
        Assert.Equal(
            acknowledged with
            {
                WasRead = true,
                ReadAt = First.AddSeconds(2),
                ConditionReadAt = First.AddSeconds(2),
                HardwareReadAt = First.AddSeconds(2),
                NextRead = First.AddSeconds(2).AddDays(1),
            },
            result.SyncState
        );
    }

    [Theory]
    [InlineData(ReadGroups.Condition)]
    [InlineData(ReadGroups.Hardware)]
    public void Of_UpdatesOnlyReadTimeOfGroupThatWasRead(ReadGroups group)
    {
        var stands = DeviceSyncState.Initial with
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
        var begun = DeploymentStep.Begin(3, null, 3, readAll: false, context, also: group);
        var done = DeploymentStep.Continue(
            begun,
            new Dictionary<PlannedCommand, Verdict>(),
            [.. context.Facts.Select(uri => new NodeReading(uri, "0"))],
            1,
            context
        );

        Assert.Equal(context.Facts, begun.Outstanding.Select(c => c.LocUri));
        var state = StepResult.Of(StepResult.Of(stands, null, begun, context, later).SyncState, begun, done, context, later).SyncState;
        Assert.Equal(
            (First, group == ReadGroups.Condition ? later : First, group == ReadGroups.Hardware ? later : First),
            (state.ReadAt, state.ConditionReadAt, state.HardwareReadAt)
        );
    }

    [Fact]
    public void Of_AppliesNewReadScheduleWhenItsVersionIsAcknowledged()
    {
        var stands = DeviceSyncState.Initial with
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

        var begun = DeploymentStep.Begin(2, null, 3, readAll: false, context);

        Assert.Equal(DeploymentStepPhase.Done, begun.Phase);
        Assert.Equal(First.AddHours(1), StepResult.Of(stands, null, begun, context, First.AddMinutes(5)).SyncState.NextRead);
    }

    [Theory]
    [InlineData("7", 2, 1, true)] // The device acknowledged the write but has another value.
    [InlineData(null, 0, 0, false)] // The device returns no value: there is no deviation, but the value is not read back.
    public void Of_ReportsDifferentOrMissingReadBackValue(string? read, int worst, int exceptions, bool wasRead)
    {
        var (sent, begun) = Sent();
        var reading = Answer(begun, 200);
        var acknowledged = StepResult.Of(sent, begun, reading, Context, First).SyncState;
        var state = StepResult.Of(acknowledged, reading, Read(reading, read), Context, First).SyncState;

        Assert.Equal((worst, exceptions, wasRead), (state.Worst, state.Deviations, state.WasRead));
    }

    [Fact]
    public void Of_ReportsRejectedNodesAsDeviationsOfAcknowledgedVersion()
    {
        var (sent, begun) = Sent();
        var result = StepResult.Of(sent, begun, Answer(begun, 405), Context, First);

        Assert.Equal((3L, 2, 2), (result.SyncState.Acknowledged, result.SyncState.Worst, result.SyncState.Deviations));
        Assert.Equal([Nodes.Uri("lock"), Nodes.Uri("minutes")], result.Without);
        Assert.True(result.IsNewlyAcknowledged);
    }

    private static DeploymentStepSession Begin() =>
        DeploymentStep.Begin(0, null, 3, readAll: true, Context, also: ReadGroups.Condition | ReadGroups.Hardware);

    private static (DeviceSyncState State, DeploymentStepSession Step) Sent()
    {
        var begun = Begin();
        return (StepResult.Of(DeviceSyncState.Initial, null, begun, Context, First).SyncState, begun);
    }

    private static DeploymentStepSession Answer(DeploymentStepSession step, int code) =>
        DeploymentStep.Continue(step, step.Outstanding.ToDictionary(c => c, _ => new Verdict(new StatusCode(code), null)), [], 1, Context);

    /// <summary>Reads back <paramref name="minutes"/> for the inactivity time and the expected value for every other node.</summary>
    private static DeploymentStepSession Read(DeploymentStepSession step, string? minutes)
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
        return DeploymentStep.Continue(step, new Dictionary<PlannedCommand, Verdict>(), [.. readings], 2, Context);
    }
}
