using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Tests.PolicyEngine.Deployment;

public sealed class DeploymentStepTests
{
    [Fact]
    public void FirstSession_WritesBeforeModeAndReadsEverything()
    {
        var run = new DeploymentStepRun("", "range=10 apps=<a/> ids=contoso.com mode=3", readAll: true);

        Assert.Equal(
            ["replace range, add apps, replace ids", "replace mode, get range, get apps, get ids, get mode, get Status, get Mode"],
            run.Play()
        );
        Assert.Equal("", run.Against);
    }

    [Fact]
    public void LaterSession_ReadsBackOnlyChangedNodes()
    {
        var run = new DeploymentStepRun("range=10 ids=contoso.com mode=3", "range=11 ids=contoso.com mode=3");

        Assert.Equal(["replace range", "get range, get Status"], run.Play());
    }

    [Fact]
    public void Begin_IsDoneWhenNothingIsDue()
    {
        var run = new DeploymentStepRun("range=10", "range=10");

        Assert.Equal(DeploymentStepPhase.Done, run.Step.Phase);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void Begin_ReadsEverythingWhenReadIsDue() =>
        Assert.Equal(
            ["get range, get icons, get Status, get Mode"],
            new DeploymentStepRun("range=10 icons=1", "range=10 icons=1", readAll: true).Play()
        );

    [Fact]
    public void Removal_IsDeletedAndNotRead() =>
        Assert.Equal(["delete icons"], new DeploymentStepRun("range=10 icons=1", "range=10").Play());

    [Fact]
    public void Removal_SucceedsWhenNodeIsAlreadyMissing()
    {
        var run = new DeploymentStepRun("range=10 icons=1", "range=10") { Codes = { ["icons"] = 404 } };

        run.Play();

        Assert.Equal("", run.Against);
    }

    [Fact]
    public void Removal_StaysAsDeviationWhileRejected()
    {
        var run = new DeploymentStepRun("icons=1", "") { Codes = { ["icons"] = 405 } };

        run.Play();

        Assert.Equal("icons rejected 405", run.Against);
    }

    [Theory]
    [InlineData(418, "apps=<a/>", "", "add apps", "replace apps")]
    [InlineData(404, "apps=<b/>", "apps=<a/>", "replace apps", "add apps")]
    public void Repair_TriesOtherVerb(int code, string to, string from, string first, string second)
    {
        var run = new DeploymentStepRun(from, to) { Codes = { ["apps"] = code } };
        Assert.Equal(first, run.Out);

        var repair = run.Answer();
        run.Codes.Clear();

        Assert.Equal(second, repair);
        Assert.Equal(DeploymentStepPhase.Repairing, run.Step.Phase);
        Assert.Equal(["add apps", "replace apps"], new[] { first, second }.Order());
        run.Play();
        Assert.Equal("", run.Against);
    }

    [Fact]
    public void Repair_StopsWhenDeviceReportsNodeAsExistingAndMissing()
    {
        var run = new DeploymentStepRun("", "apps=<a/>") { Codes = { ["apps"] = 418 } };

        run.Answer();
        run.Codes["apps"] = 404;
        run.Play();

        Assert.Equal("apps rejected 404", run.Against);
    }

    [Fact]
    public void Repair_DoesNotAddMissingNodeWithoutOwnParent()
    {
        var run = new DeploymentStepRun("", "range=10") { Codes = { ["range"] = 404 } };

        Assert.Equal(["replace range"], run.Play());
        Assert.Equal("range rejected 404", run.Against);
    }

    [Theory]
    [InlineData(216), InlineData(215), InlineData(200)]
    public void Repair_ResendsLockRulesWithoutRootCause(int victims)
    {
        var run = new DeploymentStepRun("", "lock=0 length=8 minutes=5")
        {
            Codes =
            {
                ["lock"] = victims,
                ["length"] = 405,
                ["minutes"] = victims,
            },
        };

        var repair = run.Answer();
        run.Codes.Remove("lock");
        run.Codes.Remove("minutes");
        run.Play();

        Assert.Equal("replace lock, replace minutes", repair);
        Assert.Equal("length rejected 405", run.Against);
    }

    [Fact]
    public void Repair_FindsTwoRootCausesOfOneAtomicInSameSession()
    {
        var run = new DeploymentStepRun("", "lock=0 length=8 minutes=5")
        {
            Codes =
            {
                ["lock"] = 216,
                ["length"] = 405,
                ["minutes"] = 215,
            },
        };

        Assert.Equal("replace lock, replace minutes", run.Answer());
        run.Codes["minutes"] = 415;
        Assert.Equal("replace lock", run.Answer());
        run.Codes.Remove("lock");
        run.Play();

        Assert.Equal("length rejected 405, minutes rejected 415", run.Against);
    }

    [Fact]
    public void Repair_LeavesAtomicWithoutRootCauseForNextSession()
    {
        var run = new DeploymentStepRun("", "lock=0 length=8") { Codes = { ["lock"] = 216, ["length"] = 215 } };

        Assert.Equal(["replace lock, replace length"], run.Play());
        Assert.Equal("length rejected 215, lock rejected 216", run.Against);
    }

    [Fact]
    public void Repair_ResendsRestOfSequenceWithoutRootCause()
    {
        var run = new DeploymentStepRun("cloud=x", "range=10 icons=1 ids=contoso.com")
        {
            Codes =
            {
                ["range"] = 405,
                ["icons"] = 215,
                ["ids"] = 215,
                ["cloud"] = 200,
            },
        };
        Assert.Equal("delete cloud, replace range, replace icons, replace ids", run.Out);

        var repair = run.Answer();
        run.Codes.Clear();
        run.Play();

        Assert.Equal("replace icons, replace ids", repair);
        Assert.Equal("range rejected 405", run.Against);
    }

    [Fact]
    public void Deviations_ReportUnknownForCommandWithoutStatus()
    {
        var run = new DeploymentStepRun("icons=1", "range=10 cloud=x") { Codes = { ["range"] = 0, ["icons"] = 0 } };

        run.Play();

        Assert.Equal("icons unknown, range unknown", run.Against);
    }

    [Fact]
    public void Begin_ResendsStepThatWasNeverAnswered()
    {
        var run = new DeploymentStepRun("range=10", "range=11 apps=<a/>", sent: "range=11 apps=<a/>", readAll: true);

        Assert.Equal("replace range, add apps", run.Out);
    }

    [Fact]
    public void WritesAnswered_IsFalseUntilAllWritesAreAnswered()
    {
        var run = new DeploymentStepRun("", "apps=<a/> mode=3") { Codes = { ["apps"] = 418 } };
        Assert.False(DeploymentStep.WritesAnswered(run.Step));

        run.Answer();
        Assert.False(DeploymentStep.WritesAnswered(run.Step));

        run.Codes.Clear();
        run.Answer();
        Assert.True(DeploymentStep.WritesAnswered(run.Step));
    }

    [Fact]
    public void Outcomes_NameMessageOfTheirCommand()
    {
        var run = new DeploymentStepRun("", "range=10 mode=3");

        run.Play();

        Assert.Equal([1, 2], run.Step.Outcomes.Select(o => o.Message));
    }
}
