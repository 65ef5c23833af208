using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.PolicyEngine.Deployment;

/// <summary>
/// Tests phases over several messages: the order of the commands, and that each message stays within the limits of device and server.
/// </summary>
public sealed class MessageSizeBudgetTests
{
    private const string All =
        "range=10 cloud=x apps=<a/> icons=1 revoke=0 ids=contoso.com mode=3 lock=0 length=8 minutes=5 pin=6 days=30 link=https://mdm";

    [Theory, Trait("Abuse", "SY-60")]
    [InlineData(null, int.MaxValue, true)]
    [InlineData(0L, 0, false), InlineData(10L, 0, false), InlineData(2047L, 0, false)]
    [InlineData(2048L, 1548, true)]
    [InlineData(9_200_000_000_000_000_000L, int.MaxValue, true)]
    public void Of_SubtractsOtherCommandsFromDeviceLimit(long? most, int bytes, bool enough)
    {
        var budget = MessageSizeBudget.Of(most, () => 500);
        Assert.Equal((bytes, enough), (budget.Bytes, budget.IsEnough));
    }

    [Fact]
    public void Of_IsNotEnoughWhenStatusesExceedDeviceLimit() => Assert.False(MessageSizeBudget.Of(2048, () => 5_000).IsEnough);

    [Fact]
    public void Split_AppliesOwnLimitsWithoutDeviceLimit()
    {
        var names = Enumerable.Range(0, 200).Select(i => $"./Device/Vendor/MSFT/VPNv2/N{i}/EdpModeId").ToArray();
        ValueList<PlannedCommand> reads = [.. names.Select(n => new PlannedCommand.Read(n))];
        var split = MessageSizeBudget.Unbounded.Split(reads, CompiledPolicy.Empty, "");
        Assert.Equal(
            (MessageSizeBudget.MaximumCommands, 200 - MessageSizeBudget.MaximumCommands, 0),
            (split.Now.Count, split.Later.Count, split.Unsent.Length)
        );
        Assert.Equal(reads, [.. split.Now, .. split.Later]);

        var large = new CompiledPolicy([
            .. names.Take(10).Select(n => new CompiledNode(n, CspFormat.Chr, new string('v', 10_000), NodeStage.Boundary)),
        ]);
        ValueList<PlannedCommand> writes = [.. names.Take(10).Select(n => new PlannedCommand.Write(n, WriteVerb.Replace))];
        Assert.Equal(4, MessageSizeBudget.Unbounded.Split(writes, large, "").Now.Count);
    }

    [Fact]
    public void Split_SendsOversizedCommandAlone()
    {
        var version = new CompiledPolicy([
            new CompiledNode(Nodes.Uri("range"), CspFormat.Chr, new string('v', 100_000), NodeStage.Boundary),
            new CompiledNode(Nodes.Uri("cloud"), CspFormat.Chr, "1", NodeStage.Boundary),
        ]);
        var split = MessageSizeBudget.Unbounded.Split(
            [
                new PlannedCommand.Write(Nodes.Uri("range"), WriteVerb.Replace),
                new PlannedCommand.Write(Nodes.Uri("cloud"), WriteVerb.Replace),
            ],
            version,
            ""
        );
        Assert.Equal(
            (Nodes.Uri("range"), Nodes.Uri("cloud"), 0),
            (Assert.Single(split.Now).LocUri, Assert.Single(split.Later).LocUri, split.Unsent.Length)
        );
    }

    [Fact]
    public void Split_NeverDividesAtomicAndDefersItWhenItDoesNotFit()
    {
        var version = Nodes.Version("range=10 cloud=x lock=0 length=8 minutes=5");
        ValueList<PlannedCommand> plan = [.. version.Nodes.Select(n => new PlannedCommand.Write(n.LocUri, WriteVerb.Replace))];

        var split = new MessageSizeBudget(1200).Split(plan, version, "");

        Assert.Equal(
            ("replace range, replace cloud", "replace lock, replace length, replace minutes"),
            (Nodes.Describe(split.Now), Nodes.Describe(split.Later))
        );
    }

    [Theory]
    [InlineData(1000), InlineData(1500), InlineData(4000), InlineData(int.MaxValue)]
    public void DeploymentStep_HasSameResultForAnyMessageSize(int bytes)
    {
        var whole = new DeploymentStepRun("cloud=y icons=0", All, readAll: true);
        whole.Play();
        var parts = new DeploymentStepRun("cloud=y icons=0", All, readAll: true, budget: new MessageSizeBudget(bytes));
        var texts = parts.Play();

        Assert.Equal((whole.Holds, whole.Against), (parts.Holds, parts.Against));
        Assert.True(bytes > 1500 || texts.Length > 4);
        Assert.Equal("", parts.Against);
    }

    [Fact]
    public void WritesAnswered_IsFalseUntilAllPartsAreAnswered()
    {
        var run = new DeploymentStepRun("", "range=10 cloud=x icons=1 ids=contoso.com lock=0", budget: new MessageSizeBudget(700));
        while (run.Step.Phase == DeploymentStepPhase.Writing)
        {
            Assert.False(DeploymentStep.WritesAnswered(run.Step));
            run.Answer();
        }

        Assert.True(run.Step.Outcomes.Select(o => o.Message).Distinct().Count() >= 3);
        Assert.Equal(5, run.Step.Outcomes.Count(o => o.IsAcknowledged));
    }

    [Fact]
    public void Repair_EvaluatesVerdictsOfAllPartsOfPhase()
    {
        // The device rejects the verb of the list in the first message, and the icons fail because of it in a later one: both are repaired
        // at the end.
        var run = new DeploymentStepRun("apps=<b/>", "apps=<a/> cloud=x icons=1 ids=contoso.com", budget: new MessageSizeBudget(700))
        {
            Codes = { ["apps"] = 404, ["icons"] = 215 },
        };
        var texts = new List<string> { run.Out };
        while (run.Step.Phase == DeploymentStepPhase.Writing)
        {
            texts.Add(run.Answer());
        }

        Assert.Equal(DeploymentStepPhase.Repairing, run.Step.Phase);
        Assert.Contains("replace apps", string.Join(" | ", texts[..^1]), StringComparison.Ordinal);
        Assert.Equal("add apps, replace icons", Nodes.Describe(run.Step.Open));
    }

    [Fact]
    public void DeploymentStep_ReportsCommandThatExceedsMessageAndDefersOnlyMode()
    {
        var domain = new string('d', 5_000);
        var run = new DeploymentStepRun("", $"range=10 cloud={domain} icons=1 mode=3", readAll: true, budget: new MessageSizeBudget(2_000));
        run.Play();

        Assert.Equal("icons=1 range=10", run.Holds);
        Assert.Equal("cloud unknown 413, mode deferred", run.Against);
        Assert.Equal(Nodes.Now.AddDays(1), run.Deviations.Single(d => d.Code == 413).Retry.Next);
        Assert.True(run.Step.Outcomes.Single(o => o.LocUri == Nodes.Uri("cloud")).WasNeverSent);
    }

    [Fact, Trait("Abuse", "SY-61")]
    public void DeploymentStep_SkipsValueThatXmlCannotContainAndSendsRest()
    {
        var run = new DeploymentStepRun("", "range=10 cloud=a\u0001b icons=1 lock=0 length=8\u0002 minutes=5");
        run.Play();

        Assert.Equal("icons=1 lock=0 minutes=5 range=10", run.Holds);
        Assert.Equal("cloud unknown 400, length unknown 400", run.Against);
        Assert.All(run.Deviations, d => Assert.Null(d.Retry.Next));
    }

    [Fact]
    public void Begin_ContinuesWithNextPhaseWhenNothingCanBeSent()
    {
        var run = new DeploymentStepRun("", $"cloud={new string('d', 5_000)}", readAll: true, budget: new MessageSizeBudget(2_000));
        Assert.Equal(DeploymentStepPhase.Reading, run.Step.Phase);
        run.Play();
        Assert.Equal("cloud unknown 413", run.Against);
    }

    [Theory]
    [
        InlineData(0L, 1001),
        InlineData(1L, 2001),
        InlineData(999_999L, 1_000_000_001),
        InlineData(1_000_000L, 1001),
        InlineData(long.MaxValue, 775_808_001)
    ]
    public void FirstIdAt_ReturnsSeparateRangeForEachRevision(long revision, int first) =>
        Assert.Equal(first, CommandBatch.FirstIdAt(revision));
}
