using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Tests.PolicyEngine.Deployment;

public sealed class DeploymentStepDeferralTests
{
    [Theory]
    [InlineData("range"), InlineData("apps"), InlineData("icons"), InlineData("ids")]
    public void The_mode_is_deferred_while_anything_under_it_is_missing(string rootCause)
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
    public void The_mode_does_not_wait_for_what_is_not_under_it()
    {
        var run = new DeploymentStepRun("", "range=10 ids=contoso.com mode=3 lock=0 pin=6") { Codes = { ["lock"] = 405, ["pin"] = 405 } };

        run.Play();

        Assert.Equal("lock rejected 405, pin rejected 405", run.Against);
    }

    [Fact]
    public void A_prerequisite_rejected_in_an_earlier_session_still_holds_the_mode()
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
    public void The_mode_follows_in_the_session_that_heals_its_prerequisite()
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
    public void A_node_that_reads_back_otherwise_does_not_hold_the_mode() =>
        Assert.Equal(
            ["replace mode, get mode, get Status"],
            new DeploymentStepRun("range=10 mode=1", "range=10 mode=3", [Nodes.Against("range", DeviationKind.Differs, "99")]).Play()
        );

    [Fact]
    public void A_node_that_this_Windows_lacks_does_not_hold_the_mode()
    {
        var run = new DeploymentStepRun("", "range=10 days=30 mode=3", device: new DeviceCapability(15063));

        Assert.Equal(["replace range", "replace mode, get range, get mode, get Status"], run.Play());
    }

    [Fact]
    public void While_the_mode_is_out_nobody_knows_whether_it_is_on()
    {
        var run = new DeploymentStepRun("", "range=10 mode=3");

        run.Answer();

        Assert.Equal(DeploymentStepPhase.Reading, run.Step.Phase);
        Assert.Equal("mode unknown", run.Against);
    }

    [Fact]
    public void A_mode_without_a_status_stays_unknown()
    {
        var run = new DeploymentStepRun("", "range=10 mode=3") { Codes = { ["mode"] = 0 } };

        run.Play();

        Assert.Equal("mode unknown", run.Against);
    }

    [Fact]
    public void Off_goes_first_and_waits_for_nothing()
    {
        var run = new DeploymentStepRun("range=10 cloud=x ids=contoso.com mode=3", "range=11 ids=contoso.com mode=0");

        Assert.Equal(["replace mode, delete cloud, replace range", "get range, get mode, get Status"], run.Play());
    }

    [Fact]
    public void The_link_goes_out_after_the_revoke_flag_was_read_back()
    {
        var run = new DeploymentStepRun("", "revoke=0 link=https://mdm");

        Assert.Equal(["replace revoke", "get revoke", "replace link, get link"], run.Play());
        Assert.Equal("", run.Against);
    }

    [Fact]
    public void A_flag_acknowledged_long_ago_is_read_before_the_link_goes_out() =>
        Assert.Equal(["get revoke", "replace link, get link"], new DeploymentStepRun("revoke=0", "revoke=0 link=https://mdm").Play());

    [Theory]
    [InlineData("1", "link deferred, revoke differs")]
    [InlineData(null, "link deferred, revoke notreadback")]
    public void The_link_is_deferred_while_the_flag_reads_otherwise(string? reads, string expected)
    {
        var run = new DeploymentStepRun("", "revoke=0 link=https://mdm") { Reads = { ["revoke"] = reads } };

        Assert.Equal(["replace revoke", "get revoke"], run.Play());
        Assert.Equal(expected, run.Against);
    }

    [Fact]
    public void The_link_is_deferred_while_the_flag_is_rejected()
    {
        var run = new DeploymentStepRun("", "revoke=0 link=https://mdm") { Codes = { ["revoke"] = 405 }, Reads = { ["revoke"] = null } };

        run.Play();

        Assert.Equal("link deferred, revoke rejected 405", run.Against);
    }

    [Fact]
    public void A_wipe_that_was_confirmed_goes_out_once_the_flag_reads_as_published() =>
        Assert.Equal(
            ["replace revoke", "get revoke", "replace link, get link"],
            new DeploymentStepRun("", "revoke=1 link=https://mdm").Play()
        );

    [Fact]
    public void Without_a_flag_there_is_nothing_to_wait_for() =>
        Assert.Equal(["replace link, get link"], new DeploymentStepRun("", "link=https://mdm").Play());

    [Fact]
    public void A_withdrawn_link_is_deleted_before_the_flag_changes() =>
        Assert.Equal(["delete link, replace revoke", "get revoke"], new DeploymentStepRun("revoke=0 link=https://mdm", "revoke=1").Play());
}
