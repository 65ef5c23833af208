using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.PolicyEngine.Deployment;

/// <summary>Tests when a failed command is sent again, and how it affects other nodes until then.</summary>
public sealed class RetryTests
{
    [Theory]
    [InlineData(503, 1, 1.0), InlineData(503, 2, 4.0), InlineData(503, 3, 24.0), InlineData(503, 4, 24.0), InlineData(503, 1_000_000, 24.0)]
    [InlineData(500, 1, 1.0), InlineData(216, 1, 1.0), InlineData(507, 2, 4.0), InlineData(214, 2, 4.0), InlineData(204, 1, 1.0)]
    [InlineData(405, 1, null), InlineData(405, 7, null), InlineData(599, 1, null)]
    public void After_IncreasesDelayUpToOneDayAndNeverRetriesPermanentRejection(int code, int attempts, double? hours) =>
        Assert.Equal(
            (attempts, hours is { } pause ? Nodes.Now.AddHours(pause) : null),
            (Of(code, attempts).Attempts, Of(code, attempts).Next)
        );

    [Theory]
    [InlineData(0, 1), InlineData(0, 5), InlineData(214, 1)]
    public void IsDue_IsTrueAtOnceWithoutStatusOrAfterCancellation(int code, int attempts) =>
        Assert.True(Of(code, attempts).IsDue(DateTimeOffset.UnixEpoch, 22631));

    [Theory]
    [InlineData(405, 22631, false), InlineData(405, 22632, true), InlineData(405, null, false)]
    [InlineData(503, 22631, false), InlineData(503, 22632, false)]
    public void IsDue_IsTrueForPermanentRejectionOnlyOnOtherBuild(int code, int? build, bool due) =>
        Assert.Equal(due, Of(code, 1).IsDue(Nodes.Now, build));

    [Fact]
    public void Attempts_IncreaseOncePerSession()
    {
        var run = new DeploymentStepRun("range=9", "range=10 apps=<a/> mode=3", readAll: true) { Codes = { ["range"] = 503 } };
        run.Play();
        Assert.Equal((1, Nodes.Now.AddHours(1)), RetryOf(run, "range"));

        // The second session begins two hours later, when the node is due again.
        var again = new DeploymentStepRun("range=9", "range=10 apps=<a/> mode=3", Later(run, hours: 2)) { Codes = { ["range"] = 503 } };
        again.Play();
        Assert.Equal((2, Nodes.Now.AddHours(4)), RetryOf(again, "range"));
        Assert.Equal("mode deferred, range rejected 503", again.Against);
    }

    [Fact]
    public void Deviations_RetainNodeThatIsNotDueAndDeferMode()
    {
        var run = new DeploymentStepRun("range=9", "range=10 mode=3 icons=1", readAll: true) { Codes = { ["range"] = 503 } };
        run.Play();

        var next = new DeploymentStepRun("range=9 icons=1", "range=10 mode=3 icons=0", run.Deviations);

        Assert.Equal(["replace icons", "get icons, get Status"], next.Play());
        Assert.Equal(("mode deferred, range rejected 503", (1, Nodes.Now.AddHours(1))), (next.Against, RetryOf(next, "range")));
    }

    [Fact]
    public void Attempts_IncreaseWhenModeFailsAgain()
    {
        var run = new DeploymentStepRun("range=10", "range=10 mode=3") { Codes = { ["mode"] = 500 } };
        run.Play();
        Assert.Equal((1, Nodes.Now.AddHours(1)), RetryOf(run, "mode"));

        var again = new DeploymentStepRun("range=10", "range=10 mode=3", Later(run, hours: 2)) { Codes = { ["mode"] = 500 } };
        again.Play();
        Assert.Equal((2, Nodes.Now.AddHours(4)), RetryOf(again, "mode"));
    }

    [Fact]
    public void Attempts_IncreaseWhenFlagOfLinkDiffersAgain()
    {
        var run = new DeploymentStepRun("revoke=0", "revoke=0 link=https://mdm") { Reads = { ["revoke"] = "1" } };
        run.Play();
        Assert.Equal(("link deferred, revoke differs", (1, Nodes.Now.AddHours(1))), (run.Against, RetryOf(run, "link")));

        var again = new DeploymentStepRun("revoke=0", "revoke=0 link=https://mdm", Later(run, hours: 2)) { Reads = { ["revoke"] = "1" } };
        again.Play();
        Assert.Equal((2, Nodes.Now.AddHours(4)), RetryOf(again, "link"));
    }

    [Fact]
    public void Attempts_StayZeroForLinkWhoseFlagIsRejected()
    {
        var run = new DeploymentStepRun("", "revoke=0 link=https://mdm") { Codes = { ["revoke"] = 405 } };
        run.Play();
        Assert.Equal(("link deferred, revoke rejected 405", (0, null)), (run.Against, RetryOf(run, "link")));
    }

    [Fact]
    public void NextTry_IsEarliestRetryOfAllNodes()
    {
        var run = new DeploymentStepRun("", "range=10 apps=<a/> icons=1 ids=contoso.com mode=3")
        {
            Codes = { ["range"] = 405, ["icons"] = 503 },
        };
        run.Play();
        var context = new DeploymentStepContext(
            new ReportedState(Nodes.Version(""), null, []),
            Nodes.Version("range=10 apps=<a/> icons=1 ids=contoso.com mode=3"),
            Nodes.Current,
            [],
            []
        )
        {
            Now = Nodes.Now,
        };

        Assert.Equal(
            Nodes.Now.AddHours(1),
            StepResult.Of(DeviceSyncState.Initial, run.Step, run.Step, context, Nodes.Now).SyncState.NextTry
        );

        var rejected = new DeploymentStepRun("", "range=10 mode=3") { Codes = { ["range"] = 405 } };
        rejected.Play();
        var other = context with { Assigned = Nodes.Version("range=10 mode=3") };
        Assert.Null(StepResult.Of(DeviceSyncState.Initial, rejected.Step, rejected.Step, other, Nodes.Now).SyncState.NextTry);
    }

    private static Retry Of(int code, int attempts) => Retry.After(new StatusCode(code), attempts, Nodes.Now, 22631);

    private static (int, DateTimeOffset?) RetryOf(DeploymentStepRun run, string name)
    {
        var retry = run.Deviations.Single(d => d.LocUri == Nodes.Uri(name)).Retry;
        return (retry.Attempts, retry.Next);
    }

    /// <summary>
    /// Returns the deviations with their next attempts moved <paramref name="hours"/> hours earlier, as if that much time had passed.
    /// </summary>
    private static MamConsole.PolicyEngine.Values.ValueList<SettingDeviation> Later(DeploymentStepRun run, double hours) =>
        [.. run.Deviations.Select(d => d with { Retry = d.Retry with { Next = d.Retry.Next?.AddHours(-hours) } })];
}
