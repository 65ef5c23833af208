using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Tests.PolicyEngine.Deployment;

public sealed class DeploymentStepDeferralTests
{
    [Theory]
    [InlineData("range"), InlineData("apps"), InlineData("icons"), InlineData("ids")]
    public void Mode_IsDeferredWhilePrerequisiteIsMissing(string rootCause)
    {
        foreach (var code in new[] { 405, 503, 0 })
        {
            var run = new DeploymentStepRun("", "range=10 apps=<a/> icons=1 ids=contoso.com mode=3") { Codes = { [rootCause] = code } };

            var texts = run.Play();

            Assert.DoesNotContain(texts, s => s.Contains("mode", StringComparison.Ordinal));
            Assert.Equal(
                $"{rootCause} {(code == 0 ? "unknown" : $"rejected {code}")}, mode deferred".Split(", ").Order(),
                run.Against.Split(", ").Order()
            );
        }
    }

    [Fact]
    public void Mode_IgnoresFailuresOfUnrelatedNodes()
    {
        var run = new DeploymentStepRun("", "range=10 ids=contoso.com mode=3 lock=0 pin=6") { Codes = { ["lock"] = 405, ["pin"] = 405 } };

        run.Play();

        Assert.Equal("lock rejected 405, pin rejected 405", run.Against);
    }

    [Fact]
    public void Mode_IsDeferredWhilePrerequisiteRemainsRejected()
    {
        var run = new DeploymentStepRun(
            "range=10 ids=contoso.com mode=3",
            "range=10 ids=contoso.com mode=3",
            [Nodes.Rejected("range", 405, "10"), Nodes.Against("mode", DeviationKind.Deferred, "3")]
        );

        Assert.Equal(DeploymentStepPhase.Done, run.Step.Phase);
        Assert.Equal("mode deferred, range rejected 405", run.Against);
    }

    [Fact]
    public void Mode_IsSentInSessionThatResolvesPrerequisite()
    {
        var run = new DeploymentStepRun(
            "range=10 ids=contoso.com mode=3",
            "range=10 ids=contoso.com mode=3",
            [Nodes.Rejected("range", 503, "10"), Nodes.Against("mode", DeviationKind.Deferred, "3")]
        );

        Assert.Equal(["replace range", "replace mode, get range, get mode, get Status"], run.Play());
        Assert.Equal("", run.Against);
    }

    [Fact]
    public void Mode_IsSentWhenPrerequisiteReadsBackDifferently() =>
        Assert.Equal(
            ["replace mode, get mode, get Status"],
            new DeploymentStepRun("range=10 mode=1", "range=10 mode=3", [Nodes.Against("range", DeviationKind.Differs, "99")]).Play()
        );

    [Fact]
    public void Mode_IsSentWhenWindowsDoesNotSupportPrerequisite()
    {
        var run = new DeploymentStepRun("", "range=10 days=30 mode=3", device: new DeviceCapability(15063));

        Assert.Equal(["replace range", "replace mode, get range, get mode, get Status"], run.Play());
    }

    [Fact]
    public void Mode_IsUnknownUntilItsWriteIsAnswered()
    {
        var run = new DeploymentStepRun("", "range=10 mode=3");

        run.Answer();

        Assert.Equal(DeploymentStepPhase.Reading, run.Step.Phase);
        Assert.Equal("mode unknown", run.Against);
    }

    [Fact]
    public void Mode_IsUnknownWithoutStatus()
    {
        var run = new DeploymentStepRun("", "range=10 mode=3") { Codes = { ["mode"] = 0 } };

        run.Play();

        Assert.Equal("mode unknown", run.Against);
    }

    [Fact]
    public void ModeOff_IsSentFirstWithoutPrerequisites()
    {
        var run = new DeploymentStepRun("range=10 cloud=x ids=contoso.com mode=3", "range=11 ids=contoso.com mode=0");

        Assert.Equal(["replace mode, delete cloud, replace range", "get range, get mode, get Status"], run.Play());
    }

    [Fact]
    public void MdmLink_IsSentAfterRevokeFlagIsReadBack()
    {
        var run = new DeploymentStepRun("", "revoke=0 link=https://mdm");

        Assert.Equal(["replace revoke", "get revoke", "replace link, get link"], run.Play());
        Assert.Equal("", run.Against);
    }

    [Fact]
    public void MdmLink_WaitsForReadOfFlagAcknowledgedEarlier() =>
        Assert.Equal(["get revoke", "replace link, get link"], new DeploymentStepRun("revoke=0", "revoke=0 link=https://mdm").Play());

    [Theory]
    [InlineData("1", "link deferred, revoke differs")]
    [InlineData(null, "link deferred, revoke notreadback")]
    public void MdmLink_IsDeferredWhileRevokeFlagDiffers(string? reads, string expected)
    {
        var run = new DeploymentStepRun("", "revoke=0 link=https://mdm") { Reads = { ["revoke"] = reads } };

        Assert.Equal(["replace revoke", "get revoke"], run.Play());
        Assert.Equal(expected, run.Against);
    }

    [Fact]
    public void MdmLink_IsDeferredWhileRevokeFlagIsRejected()
    {
        var run = new DeploymentStepRun("", "revoke=0 link=https://mdm") { Codes = { ["revoke"] = 405 }, Reads = { ["revoke"] = null } };

        run.Play();

        Assert.Equal("link deferred, revoke rejected 405", run.Against);
    }

    [Fact]
    public void MdmLink_IsSentWhenConfirmedRevokeFlagIsReadBack() =>
        Assert.Equal(
            ["replace revoke", "get revoke", "replace link, get link"],
            new DeploymentStepRun("", "revoke=1 link=https://mdm").Play()
        );

    [Fact]
    public void MdmLink_IsSentAtOnceWithoutRevokeFlag() =>
        Assert.Equal(["replace link, get link"], new DeploymentStepRun("", "link=https://mdm").Play());

    [Fact]
    public void MdmLink_IsDeletedBeforeRevokeFlagChanges() =>
        Assert.Equal(["delete link, replace revoke", "get revoke"], new DeploymentStepRun("revoke=0 link=https://mdm", "revoke=1").Play());
}
