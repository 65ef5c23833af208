using System.Text;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.PolicyEngine.Deployment;

public sealed class CommandBatchTests
{
    private static readonly CompiledPolicy Version = Nodes.Version("range=10 apps=<a/> icons=1 lock=0 length=8");

    [Fact]
    public void Build_IsDeterministic()
    {
        var plan = Plan("replace range, add apps, replace lock, replace length, get range");

        Assert.Equal(Bytes(plan), Bytes(plan));
        Assert.NotEqual(Bytes(plan), Bytes(Plan("replace range, add apps, replace lock, replace length, get icons")));
    }

    [Fact]
    public void Build_WritesSingleCommandWithFirstId()
    {
        var (commands, ids) = CommandBatch.Build(Plan("replace icons"), Version, "g");

        var replace = Assert.IsType<SyncCommand.Replace>(Assert.Single(commands));
        Assert.Equal("1001", replace.CmdId);
        Assert.Equal(new SyncItem(Target: Nodes.Uri("icons"), Format: "int", Data: "1"), Assert.Single(replace.Items));
        Assert.Equal("1001", Assert.Single(ids).CmdId);
    }

    [Fact]
    public void Build_WritesSequenceInOrderAndLockRulesInAtomicAfterIt()
    {
        var (commands, ids) = CommandBatch.Build(Plan("replace lock, replace range, delete icons, replace length, add apps"), Version, "g");

        var sequence = Assert.IsType<SyncCommand.Sequence>(commands[0]);
        var atomic = Assert.IsType<SyncCommand.Atomic>(commands[1]);
        Assert.Equal(2, commands.Length);
        Assert.Equal(("1001", "1005"), (sequence.CmdId, atomic.CmdId));
        Assert.Equal(["1002 Replace range", "1003 Delete icons", "1004 Add apps"], sequence.Commands.Select(Words));
        Assert.Equal(["1006 Replace lock", "1007 Replace length"], atomic.Commands.Select(Words));
        Assert.Equal(
            ["1002 range", "1003 icons", "1004 apps", "1006 lock", "1007 length"],
            ids.Select(n => $"{n.CmdId} {Nodes.Name(n.Command.LocUri)}")
        );
    }

    [Fact]
    public void Build_RemovesAndReadsLockRulesOutsideAtomic()
    {
        var (commands, _) = CommandBatch.Build(Plan("delete length, get lock"), Version, "g");

        Assert.Equal(
            ["1002 Delete length", "1003 Get lock"],
            Assert.IsType<SyncCommand.Sequence>(Assert.Single(commands)).Commands.Select(Words)
        );
    }

    [Fact]
    public void Build_InsertsGroupingAndDeletesListWithItsType()
    {
        const string policy = "./Vendor/MSFT/AppLocker/EnterpriseDataProtection/my-group/EXE/Policy";

        Assert.Equal(policy, Target("add apps"));
        Assert.Equal(policy, Target("get apps"));
        Assert.Equal("./Vendor/MSFT/AppLocker/EnterpriseDataProtection/my-group/EXE", Target("delete apps"));

        static string? Target(string plan) =>
            CommandBatch.Build(Plan(plan), Version, "my-group").Commands[0] switch
            {
                SyncCommand.Add add => add.Items[0].Target,
                SyncCommand.Get get => get.Items[0].Target,
                SyncCommand.Delete delete => delete.Items[0].Target,
                _ => null,
            };
    }

    [Fact]
    public void Build_ReadsPolicyFromResultNode()
    {
        var get = Assert.IsType<SyncCommand.Get>(Assert.Single(CommandBatch.Build(Plan("get range"), Version, "g").Commands));

        Assert.Equal("./Device/Vendor/MSFT/Policy/Result/NetworkIsolation/EnterpriseIPRange", get.Items[0].Target);
    }

    [Fact]
    public void Build_ReturnsNoCommandsForEmptyPlan() => Assert.Empty(CommandBatch.Build([], Version, "g").Commands);

    [Theory]
    [
        InlineData(CspFormat.Chr, "chr"),
        InlineData(CspFormat.Int, "int"),
        InlineData(CspFormat.Bool, "bool"),
        InlineData(CspFormat.B64, "b64"),
        InlineData(CspFormat.Xml, "xml")
    ]
    public void Build_WritesFormatName(CspFormat format, string name)
    {
        var node = new CompiledNode(Nodes.Uri("icons"), format, "1", NodeStage.Flags);

        var replace = (SyncCommand.Replace)CommandBatch.Build(Plan("replace icons"), new CompiledPolicy([node]), "g").Commands[0];

        Assert.Equal(name, replace.Items[0].Format);
    }

    [Fact]
    public void Build_WritesPolicyInStageOrderWithUniqueIds()
    {
        var version = SamplePolicies.Compile(SamplePolicies.Rich);
        var step = DeploymentStep.Begin(
            0,
            null,
            1,
            readAll: true,
            new DeploymentStepContext(new ReportedState(CompiledPolicy.Empty, null, []), version, Nodes.Current, [], []) { Now = Nodes.Now }
        );

        var (commands, ids) = CommandBatch.Build(step.Outstanding, version, "g");
        var bytes = SyncMLWriter.Write(
            new SyncMLMessage(new SyncHeader("1", 1, "device", "https://mam.contoso.example/mam/sync"), commands, Final: true)
        );

        var stages = ids.Select(n => version.Nodes.First(v => v.LocUri == n.Command.LocUri).Stage)
            .Where(s => s != NodeStage.DeviceLock)
            .ToArray();
        Assert.Equal(stages.Order(), stages);
        Assert.DoesNotContain(NodeStage.Mode, stages);
        Assert.DoesNotContain(NodeStage.MdmLink, stages);
        Assert.Equal(ids.Select(n => n.CmdId).Distinct().Count(), ids.Length);
        Assert.DoesNotContain("{Grouping}", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    private static byte[] Bytes(ValueList<PlannedCommand> plan) =>
        SyncMLWriter.Write(
            new SyncMLMessage(
                new SyncHeader("1", 1, "device", "https://mam.contoso.example/mam/sync"),
                CommandBatch.Build(plan, Version, "g").Commands,
                Final: true
            )
        );

    private static ValueList<PlannedCommand> Plan(string words) =>
        words
            .Split(", ")
            .Select(w => w.Split(' '))
            .Select(w =>
                (PlannedCommand)(
                    w[0] switch
                    {
                        "add" => new PlannedCommand.Write(Nodes.Uri(w[1]), WriteVerb.Add),
                        "replace" => new PlannedCommand.Write(Nodes.Uri(w[1]), WriteVerb.Replace),
                        "delete" => new PlannedCommand.Remove(Nodes.Uri(w[1])),
                        _ => new PlannedCommand.Read(Nodes.Uri(w[1])),
                    }
                )
            )
            .ToValueList();

    private static string Words(SyncCommand command) =>
        $"{command.CmdId} {command.Name} {Nodes.Name((command switch
    {
        SyncCommand.Add c => c.Items,
        SyncCommand.Replace c => c.Items,
        SyncCommand.Delete c => c.Items,
        SyncCommand.Get c => c.Items,
        _ => [],
    })[0].Target!.Replace("/g/", "/{Grouping}/", StringComparison.Ordinal).Replace("/Result/", "/Config/", StringComparison.Ordinal))}";
}
