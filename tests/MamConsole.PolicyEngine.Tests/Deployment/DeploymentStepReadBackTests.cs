using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Tests.PolicyEngine.Deployment;

public sealed class DeploymentStepReadBackTests
{
    [Fact]
    public void ReadBack_ReportsDifferentValueAndStoresIt()
    {
        var run = new DeploymentStepRun("", "range=10") { Reads = { ["range"] = "99" } };

        run.Play();

        Assert.Equal("range differs", run.Against);
        Assert.Equal("99", Assert.Single(run.Deviations).Value);
    }

    [Theory]
    [InlineData(" 10 ", ""), InlineData("10", ""), InlineData("010", "range differs"), InlineData("", "range differs")]
    public void ReadBack_IgnoresSurroundingBlanks(string reads, string expected)
    {
        var run = new DeploymentStepRun("", "range=10") { Reads = { ["range"] = reads } };

        run.Play();

        Assert.Equal(expected, run.Against);
    }

    [Fact]
    public void ReadBack_ClearsOldDifferenceOnFullRead()
    {
        var run = new DeploymentStepRun("range=10", "range=10", [Nodes.Against("range", DeviationKind.Differs, "99")], readAll: true);

        run.Play();

        Assert.Equal("", run.Against);
    }

    [Fact]
    public void ReadBack_ReportsDriftOnFullRead()
    {
        var run = new DeploymentStepRun("range=10", "range=10", readAll: true) { Reads = { ["range"] = "99" } };

        run.Play();

        Assert.Equal("range differs", run.Against);
    }

    [Fact]
    public void ReadBack_ReportsMissingValueAsNotReadBack()
    {
        var run = new DeploymentStepRun("", "range=10 icons=1") { Reads = { ["range"] = null } };

        run.Play();

        Assert.Equal("range notreadback", run.Against);
    }

    [Fact]
    public void ReadBack_PreservesRejection()
    {
        var run = new DeploymentStepRun("range=10", "range=11") { Codes = { ["range"] = 405 }, Reads = { ["range"] = "11" } };

        run.Play();

        Assert.Equal("range rejected 405", run.Against);
    }

    [Fact]
    public void ReadBack_DropsDeviationOfRemovedNode()
    {
        var run = new DeploymentStepRun("range=10 icons=1", "range=10", [Nodes.Against("icons", DeviationKind.Differs, "0")]);

        run.Play();

        Assert.Equal("", run.Against);
    }
}
