using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Tests.PolicyEngine.Deployment;

public sealed class DeploymentStepReadBackTests
{
    [Fact]
    public void What_reads_back_otherwise_differs_and_retains_the_value()
    {
        var run = new DeploymentStepRun("", "range=10") { Reads = { ["range"] = "99" } };

        run.Play();

        Assert.Equal("range differs", run.Against);
        Assert.Equal("99", Assert.Single(run.Deviations).Value);
    }

    [Theory]
    [InlineData(" 10 ", ""), InlineData("10", ""), InlineData("010", "range differs"), InlineData("", "range differs")]
    public void Blanks_around_a_value_do_not_count(string reads, string expected)
    {
        var run = new DeploymentStepRun("", "range=10") { Reads = { ["range"] = reads } };

        run.Play();

        Assert.Equal(expected, run.Against);
    }

    [Fact]
    public void What_was_overruled_and_no_longer_is_heals_by_the_next_full_read()
    {
        var run = new DeploymentStepRun("range=10", "range=10", [Nodes.Against("range", DeviationKind.Differs, "99")], readAll: true);

        run.Play();

        Assert.Equal("", run.Against);
    }

    [Fact]
    public void Drift_shows_at_the_next_full_read()
    {
        var run = new DeploymentStepRun("range=10", "range=10", readAll: true) { Reads = { ["range"] = "99" } };

        run.Play();

        Assert.Equal("range differs", run.Against);
    }

    [Fact]
    public void What_returns_no_value_was_not_read_back()
    {
        var run = new DeploymentStepRun("", "range=10 icons=1") { Reads = { ["range"] = null } };

        run.Play();

        Assert.Equal("range notreadback", run.Against);
    }

    [Fact]
    public void A_reading_does_not_excuse_a_rejection()
    {
        var run = new DeploymentStepRun("range=10", "range=11") { Codes = { ["range"] = 405 }, Reads = { ["range"] = "11" } };

        run.Play();

        Assert.Equal("range rejected 405", run.Against);
    }

    [Fact]
    public void What_stood_against_a_node_that_no_longer_belongs_is_gone_with_it()
    {
        var run = new DeploymentStepRun("range=10 icons=1", "range=10", [Nodes.Against("icons", DeviationKind.Differs, "0")]);

        run.Play();

        Assert.Equal("", run.Against);
    }
}
