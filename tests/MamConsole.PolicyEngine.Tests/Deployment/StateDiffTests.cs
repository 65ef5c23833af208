using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Deployment;

public sealed class StateDiffTests
{
    private sealed record Case(string From, string To, string Expected)
    {
        /// <summary>A version that was sent after <see cref="From"/> and never answered.</summary>
        public string? Sent { get; init; }

        public ValueList<SettingDeviation> Against { get; init; } = [];

        public DeviceCapability Device { get; init; } = Nodes.Current;
    }

    private const string All = "range=10 apps=<a/> revoke=0 ids=contoso.com mode=3 lock=0 length=8 pin=6 days=30 link=https://mdm";

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["the first time everything goes in its order, mode and link wait"] = new(
            "",
            All,
            "range=10 apps=<a/> revoke=0 ids=contoso.com lock=0 length=8 pin=6 days=30 | mode 3 | link https://mdm"
        ),
        ["equal versions need nothing"] = new(All, All, ""),
        ["what changed goes alone"] = new("range=10 ids=contoso.com mode=3", "range=11 ids=contoso.com mode=3", "range=11"),
        ["what is new goes alone"] = new("range=10", "range=10 icons=1", "icons=1"),
        ["what no longer belongs goes, the last of the order first"] = new(
            "range=10 ids=contoso.com mode=3 link=https://mdm",
            "",
            "-link -mode -ids -range"
        ),
        ["a removal and a change"] = new("range=10 cloud=x", "range=11", "-cloud range=11"),
        ["a raised mode waits"] = new("range=10 mode=1", "range=10 mode=3", "| mode 3"),
        ["a mode that is eased but stays on waits too"] = new("range=10 mode=3", "range=10 mode=1", "| mode 1"),
        ["off goes before all else"] = new("range=10 ids=contoso.com mode=3", "range=11 ids=contoso.com mode=0", "mode=0 range=11"),
        ["off the first time waits for nothing"] = new("", "range=10 mode=0", "mode=0 range=10"),

        ["one changed lock rule sends them all"] = new(
            "lock=0 length=8 minutes=5 range=10",
            "lock=0 length=8 minutes=6 range=10",
            "lock=0 length=8 minutes=6"
        ),
        ["a removed lock rule sends no others"] = new("lock=0 length=8", "lock=0", "-length"),
        ["a lock rule that was refused for good stays away when others change"] = new(
            "lock=0 length=8 minutes=5",
            "lock=0 length=8 minutes=6",
            "lock=0 minutes=6"
        )
        {
            Against = [Nodes.Rejected("length", 405, "8")],
        },

        ["sent and never answered: sent again"] = new("", "range=10 icons=1", "range=10 icons=1") { Sent = "range=10 icons=1" },
        ["sent and never answered: what it did not touch stays"] = new("range=10", "range=10 icons=1", "icons=1")
        {
            Sent = "range=10 icons=1",
        },
        ["back to what was acknowledged: what may have changed is written again"] = new("range=10 icons=1", "range=10 icons=1", "range=10")
        {
            Sent = "range=11 icons=1",
        },
        ["what an unanswered step may have added is removed"] = new("range=10", "range=10", "-icons") { Sent = "range=10 icons=1" },
        ["what an unanswered step may have removed is written again"] = new("range=10 icons=1", "range=10 icons=1", "icons=1")
        {
            Sent = "range=10",
        },
        ["everything was being taken away"] = new("range=10 icons=1", "range=10 icons=1", "range=10 icons=1") { Sent = "" },

        ["refused for good is not sent again"] = new("range=10", "range=10", "") { Against = [Nodes.Rejected("range", 405, "10")] },
        ["refused for good is sent again with another value"] = new("range=10", "range=11", "range=11")
        {
            Against = [Nodes.Rejected("range", 405, "10")],
        },
        ["refused for good elsewhere does not hold the others"] = new("range=10", "range=10 icons=1", "icons=1")
        {
            Against = [Nodes.Rejected("range", 405, "10")],
        },
        ["refused for good is sent again on another Windows"] = new("range=10", "range=10", "range=10")
        {
            Against = [Nodes.Rejected("range", 405, "10", build: 19045)],
        },
        ["refused for good stays so where the build is not known"] = new("range=10", "range=10", "")
        {
            Against = [Nodes.Rejected("range", 405, "10")],
            Device = new DeviceCapability(null),
        },
        ["refused for good is sent again when somebody asks"] = new("range=10", "range=10", "range=10")
        {
            Against = [Nodes.Rejected("range", 405, "10") with { Retry = Retry.AtOnce }],
        },
        ["refused for good, and perhaps overwritten since, is sent again"] = new("range=10", "range=10", "range=10")
        {
            Sent = "range=11",
            Against = [Nodes.Rejected("range", 405, "10")],
        },
        ["refused for now is sent again after its pause"] = new("range=10", "range=10", "range=10")
        {
            Against = [Nodes.Rejected("range", 503, "10")],
        },
        ["refused for now waits for its pause"] = new("range=10", "range=10", "")
        {
            Against = [Nodes.Rejected("range", 503, "10", hoursAgo: 0.5)],
        },
        ["refused for now does not hold the others"] = new("range=10", "range=10 icons=1", "icons=1")
        {
            Against = [Nodes.Rejected("range", 503, "10", hoursAgo: 0.5)],
        },
        ["refused for now is sent at once with another value"] = new("range=10", "range=11", "range=11")
        {
            Against = [Nodes.Rejected("range", 503, "10", hoursAgo: 0.5)],
        },
        ["a lock rule that waits stays away when others change"] = new(
            "lock=0 length=8 minutes=5",
            "lock=0 length=8 minutes=6",
            "lock=0 minutes=6"
        )
        {
            Against = [Nodes.Rejected("length", 503, "8", hoursAgo: 0.5)],
        },
        ["a removal that waits is not asked again"] = new("", "", "") { Against = [Nodes.Rejected("range", 503, null, hoursAgo: 0.5)] },
        ["too large for its messages waits"] = new("range=10", "range=10", "")
        {
            Against = [Nodes.Against("range", DeviationKind.Unknown, "10") with { Code = 413, Retry = Retry.Waiting(3, Nodes.Now) }],
        },
        ["a mode refused for now waits, and does not fall back to withheld"] = new("range=10 mode=3", "range=10 mode=3", "")
        {
            Against = [Nodes.Rejected("mode", 503, "3", hoursAgo: 0.5)],
        },
        ["a failed command may succeed later"] = new("range=10", "range=10", "range=10") { Against = [Nodes.Rejected("range", 500, "10")] },
        ["fallen with its group is sent again"] = new("lock=0 length=8", "lock=0 length=8", "lock=0 length=8")
        {
            Against = [Nodes.Rejected("length", 215, "8")],
        },
        ["cancelled is sent again"] = new("range=10", "range=10", "range=10") { Against = [Nodes.Rejected("range", 214, "10")] },
        ["without an answer is sent again"] = new("range=10", "range=10", "range=10")
        {
            Against = [Nodes.Against("range", DeviationKind.Unknown, "10")],
        },
        ["a withheld mode stays planned"] = new("range=10 mode=3", "range=10 mode=3", "| mode 3")
        {
            Against = [Nodes.Against("mode", DeviationKind.Deferred, "3")],
        },
        ["what reads back otherwise is not fought over"] = new("range=10", "range=10", "")
        {
            Against = [Nodes.Against("range", DeviationKind.Differs, "99")],
        },
        ["what reads back otherwise is written when its value changes"] = new("range=10", "range=11", "range=11")
        {
            Against = [Nodes.Against("range", DeviationKind.Differs, "99")],
        },
        ["what tells no value is not written again"] = new("range=10", "range=10", "")
        {
            Against = [Nodes.Against("range", DeviationKind.NotReadBack, "10")],
        },

        ["a removal without an answer is asked again"] = new("", "", "-range")
        {
            Against = [Nodes.Against("range", DeviationKind.Unknown)],
        },
        ["a removal refused for now is asked again"] = new("", "", "-range") { Against = [Nodes.Rejected("range", 503, null)] },
        ["a removal refused for good is not asked again"] = new("", "", "") { Against = [Nodes.Rejected("range", 405, null)] },
        ["a refused removal does not keep the node from being written"] = new("", "range=10", "range=10")
        {
            Against = [Nodes.Rejected("range", 405, null)],
        },

        ["a node that this Windows lacks is not sent"] = new("", "range=10 days=30", "range=10") { Device = new DeviceCapability(15063) },
        ["nor is it removed there"] = new("range=10 days=30", "range=10", "") { Device = new DeviceCapability(15063) },
        ["nor does an unanswered step with it ask for anything"] = new("", "", "")
        {
            Sent = "days=30",
            Device = new DeviceCapability(15063),
        },
        ["where the build is not known everything is tried"] = new("", "range=10 days=30", "range=10 days=30")
        {
            Device = new DeviceCapability(null),
        },
        ["Windows without WIP is sent its nodes"] = new("", "range=10 mode=3", "range=10 | mode 3")
        {
            Device = new DeviceCapability(26100),
        },
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Plan_ReturnsDifferenceBetweenDesiredAndReportedState(string name)
    {
        var c = Cases[name];
        var reported = new ReportedState(Nodes.Version(c.From), c.Sent is null ? null : Nodes.Version(c.Sent), c.Against);

        var plan = StateDiff.Plan(reported, Nodes.Version(c.To), c.Device, Nodes.Now);

        Assert.Equal(c.Expected, Words(plan));
        Assert.Equal(c.Expected.Length == 0, plan.IsEmpty);
    }

    private static string Words(DeploymentStepPlan plan) =>
        string.Join(
            ' ',
            plan.Removals.Select(uri => $"-{Nodes.Name(uri)}")
                .Concat(plan.Writes.Select(n => $"{Nodes.Name(n.LocUri)}={n.Value}"))
                .Concat(plan.Mode is { } mode ? [$"| mode {mode.Value}"] : [])
                .Concat(plan.MdmLink is { } link ? [$"| link {link.Value}"] : [])
        );
}
