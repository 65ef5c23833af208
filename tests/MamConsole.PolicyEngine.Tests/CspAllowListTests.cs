using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;
using MamConsole.Tests.PolicyEngine.Deployment;

namespace MamConsole.Tests.PolicyEngine;

/// <summary>
/// Tests that the allow-list covers everything that is sent to a device: compiled nodes, deployment steps and device actions
/// (docs/reference/abuse-cases.md PB-06).
/// </summary>
[Trait("Abuse", "PB-06")]
public sealed class CspAllowListTests
{
    private const string Minutes = "./Device/Vendor/MSFT/Policy/Config/DeviceLock/MaxInactivityTimeDeviceLock";

    [Fact]
    public void Compile_WritesOnlyNodesOfCatalog()
    {
        CompiledPolicy[] samples = [SamplePolicies.Compile(SamplePolicies.Golden), SamplePolicies.Compile(SamplePolicies.Rich)];
        Assert.All(samples, sample => Assert.NotEmpty(sample.Nodes));
        Assert.All(
            samples.SelectMany(sample => sample.Nodes),
            node => Assert.True(CspCatalogue.NodeAt(node.LocUri) is { Node.IsAvoided: false, IsCanonical: true }, node.LocUri)
        );
    }

    [Theory]
    [InlineData(Minutes, CspFormat.Int, "5", null)]
    [InlineData(Minutes, CspFormat.Int, "1000", "accepts from 0 to 999")]
    [InlineData(Minutes, CspFormat.Int, "five", "requires a value of format Int")]
    [InlineData(Minutes, CspFormat.Chr, "5", "has format Int, not Chr")]
    [InlineData("./Device/Vendor/MSFT/Policy/Config/DeviceLock/MaxInactivityTime", CspFormat.Int, "5", "not a node that MAM allows")]
    [InlineData("./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera", CspFormat.Int, "0", "not a node that MAM allows")]
    [InlineData(
        "./device/vendor/msft/policy/config/devicelock/maxinactivitytimedevicelock",
        CspFormat.Int,
        "5",
        "must be spelled " + Minutes
    )]
    [InlineData("./Device/Vendor/MSFT/Policy/Result/DeviceLock/MaxInactivityTimeDeviceLock", CspFormat.Int, "5", "does not allow")]
    [InlineData("./Vendor/MSFT/AppLocker/LaunchControl/x/EXE/Policy", CspFormat.Chr, "<RuleCollection/>", "is excluded")]
    [InlineData("./Vendor/MSFT/HealthAttestation/VerifyHealth", CspFormat.Null, "", null)]
    [InlineData("./Device/Vendor/MSFT/WiFi/Profile/Office/WiFiCost", CspFormat.Int, "2", "does not exist in Windows before build 17763")]
    public void Checked_AcceptsOnlyKnownNodesWithValuesInRange(string locUri, CspFormat format, string value, string? words)
    {
        var node = new CompiledNode(locUri, format, value, NodeStage.DeviceLock);

        if (words is null)
        {
            Assert.Same(node, CspAllowList.Checked(node));
            return;
        }

        Assert.Contains(
            words,
            Assert.Throws<InvalidOperationException>(() => CspAllowList.Checked(node)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Begin_SkipsNodeOutsideAllowListAndReportsDeviation()
    {
        var camera = new CompiledNode("./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera", CspFormat.Int, "0", NodeStage.Boundary);
        var wrong = new CompiledPolicy([camera, .. Nodes.Version("icons=1").Nodes]);
        var context = new DeploymentStepContext(new ReportedState(CompiledPolicy.Empty, null, []), wrong, Nodes.Current, [], [])
        {
            Now = Nodes.Now,
        };

        var step = DeploymentStep.Begin(0, null, 1, readAll: false, context);

        Assert.Equal("replace icons", Nodes.Describe(step.Outstanding));
        var deviation = Assert.Single(DeploymentStep.Deviations(step, context), d => d.LocUri == camera.LocUri);
        Assert.Equal((DeviationKind.Unknown, 425, null), (deviation.Kind, deviation.Code, deviation.Retry.Next));

        // The next version does not contain the node: nothing is removed, and the deviation is gone.
        var healed = Nodes.Version("icons=1");
        var after = new DeploymentStepContext(new ReportedState(wrong, null, [deviation]), healed, Nodes.Current, [], [])
        {
            Now = Nodes.Now,
        };
        var next = DeploymentStep.Begin(1, null, 2, readAll: false, after);
        Assert.Empty(next.Outstanding);
        Assert.Empty(DeploymentStep.Deviations(next, after));
    }

    [Theory]
    [
        InlineData(NodeOperationVerb.Get, "./Vendor/MSFT/RemoteWipe/doWipe"),
        InlineData(NodeOperationVerb.Exec, "./Vendor/MSFT/RemoteWipe/doWipe")
    ]
    [
        InlineData(NodeOperationVerb.Replace, "./DevInfo/Mod"),
        InlineData(NodeOperationVerb.Get, "./devinfo/mod"),
        InlineData(NodeOperationVerb.Exec, "./Device/Vendor/MSFT/DMClient/Provider/MamConsole/UPN")
    ]
    public void Build_RejectsDeviceActionOutsideAllowList(NodeOperationVerb verb, string locUri)
    {
        var run = DeviceActionRun.Of("1", new DeviceActionCommand.ReadNodes([locUri]), 0, [new NodeOperation(verb, locUri)], []);

        Assert.Throws<InvalidOperationException>(() => DeviceActionBatch.Build([run]));
    }
}
