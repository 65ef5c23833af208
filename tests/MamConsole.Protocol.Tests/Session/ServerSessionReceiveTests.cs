using System.Collections.Immutable;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Tests.Protocol.SyncML;
using static MamConsole.Protocol.SyncML.SyncCommand;

namespace MamConsole.Tests.Protocol.Session;

/// <summary>
/// The interpretation of a message with the stored session: the tables of docs/reference/protocol.md §4 and of
/// docs/reference/abuse-cases.md §3.1.
/// </summary>
public sealed class ServerSessionReceiveTests
{
    private const string Hash = "h2";
    private static readonly Alert Start = new("2", 1201, []);
    private static readonly SyncItem Status1 = new(Target: "./Device/Vendor/MSFT/EnterpriseDataProtection/Status");

    /// <summary>The commands of a first response: two Gets, a group with a write, and a single write.</summary>
    private static readonly ImmutableArray<SyncCommand> Sent =
    [
        new Get("1001", [Status1]),
        new Get("1002", [new SyncItem(Target: "./Vendor/MSFT/DeviceStatus/OS/Edition")]),
        new Sequence("1003", [new Replace("1004", [new SyncItem(Target: "./a", Format: "int", Data: "1")])]),
        new Delete("1005", [new SyncItem(Target: "./b")]),
    ];

    private static readonly LiveSession Live = new("7", 1, "h1", SentIn: 1, SentCommand.Of(Sent));

    [Theory]
    [InlineData("7", 1, "h1", true, PackageKind.Repeat)]
    [InlineData("7", 1, "h1", false, PackageKind.NewSession)]
    [InlineData("7", 1, "other", true, PackageKind.NewSession)]
    [InlineData("0", 1, "h1", true, PackageKind.NewSession)]
    [InlineData("7", 2, "h2", true, PackageKind.Continuation)]
    [InlineData("7", 2, "h2", false, PackageKind.OutOfOrder)]
    [InlineData("8", 2, "h2", true, PackageKind.OutOfOrder)]
    [InlineData("7", 3, "h2", true, PackageKind.OutOfOrder)]
    [InlineData("7", 7, "h2", true, PackageKind.OutOfOrder)]
    [InlineData("7", int.MaxValue, "h2", true, PackageKind.OutOfOrder)]
    public void Receive_DeterminesPackageKind(string sessionId, int messageId, string hash, bool live, PackageKind kind) =>
        Assert.Equal(kind, ServerSession.Receive(Message([], messageId, sessionId), hash, live ? Live : null).Kind);

    [Theory]
    [InlineData(1200)]
    [InlineData(1201)]
    public void Receive_StartsSessionOnAlertWithAnyMsgId(int code) =>
        Assert.Equal(PackageKind.NewSession, ServerSession.Receive(Message([new Alert("2", code, [])], 2), Hash, Live).Kind);

    [Fact]
    public void Receive_DetectsLateRepeat()
    {
        var live = Live with { LastMessageId = int.MaxValue, LastBodyHash = "h9" };
        Assert.Equal(PackageKind.Repeat, ServerSession.Receive(Message([], int.MaxValue), "h9", live).Kind);
        Assert.Equal(PackageKind.OutOfOrder, ServerSession.Receive(Message([], int.MaxValue), "h8", live).Kind);
    }

    [Fact]
    public void Receive_InterpretsPackage1OfWindows()
    {
        var package = ServerSession.Receive(
            WireText.Read(
                WireText.Device1(
                    "<Alert><CmdID>2</CmdID><Data>1201</Data></Alert>"
                        + "<Alert><CmdID>3</CmdID><Data>1224</Data><Item><Meta><Type "
                        + "xmlns=\"syncml:metinf\">com.microsoft/MDM/LoginStatus</Type></Meta><Data>user</Data></Item></Alert>"
                        + "<Alert><CmdID>4</CmdID><Data>1224</Data><Item><Meta><Type "
                        + "xmlns=\"syncml:metinf\">com.microsoft/MDM/AADUserToken</Type></Meta><Data>e30.e30.c2ln</Data></Item></Alert>"
                        + "<Replace><CmdID>5</CmdID><Item><Source><LocURI>./DevInfo/DevId</LocURI></Source><Data>5A3D</Data></Item>"
                        + "<Item><Source><LocURI>./DevInfo/Man</LocURI></Source><Data>Contoso Devices, Inc.</Data></Item>"
                        + "<Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>Book 14</Data></Item></Replace>"
                        + "<Replace><CmdID>6</CmdID><Item><Source><LocURI>./DevInfo/Lang</LocURI></Source><Data>en-US</Data></Item>"
                        + "<Item><Source><LocURI>./Vendor/MSFT/DMClient/HWDevID</LocURI></Source><Data>ABC</Data></Item></Replace><Final/>"
                )
            ),
            "h",
            null
        );

        Assert.Equal((PackageKind.NewSession, LoginStatus.User, "e30.e30.c2ln"), (package.Kind, package.LoginStatus, package.UserToken));
        Assert.Equal(
            [("DevId", "5A3D"), ("Lang", "en-US"), ("Man", "Contoso Devices, Inc."), ("Mod", "Book 14")],
            package.DeviceInfo.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => (fact.Key, fact.Value))
        );
        Assert.Equal(
            [
                new("2", "Alert", StatusCode.Ok),
                new("3", "Alert", StatusCode.Ok),
                new("4", "Alert", StatusCode.Ok),
                new("5", "Replace", StatusCode.Ok),
                new("6", "Replace", StatusCode.Ok),
            ],
            package.PendingStatuses.AsEnumerable()
        );
        Assert.True(package.AcceptsCommands);
        Assert.Equal(0, package.DroppedAnswers);
    }

    [Fact]
    public void Receive_ReturnsTokenTextOnlyAsUserToken()
    {
        var package = Receive([new Alert("2", 1224, [new SyncItem(Type: "com.microsoft/MDM/AADUserToken", Data: "secret")])]);
        Assert.Equal("secret", package.UserToken);
        Assert.DoesNotContain("secret", package.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Dump.Of(package.Alerts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user", LoginStatus.User)]
    [InlineData("User", LoginStatus.User)]
    [InlineData(" others\n", LoginStatus.Others)]
    [InlineData("NONE", LoginStatus.None)]
    [InlineData("admin", LoginStatus.Absent)]
    [InlineData(null, LoginStatus.Absent)]
    public void Receive_ReturnsLoginStatus(string? data, LoginStatus status) =>
        Assert.Equal(
            status,
            Receive([new Alert("2", 1224, [new SyncItem(Type: "com.microsoft/MDM/LoginStatus", Data: data)])]).LoginStatus
        );

    [Fact]
    public void Receive_ReturnsVerdictsAndLeavesRestUnanswered()
    {
        var package = Continue([
            Status("0", "SyncHdr", 200),
            Status("1001", "Get", 200),
            Status("1003", "Sequence", 200),
            new Status("9", 1, "1004", "Replace", new StatusCode(404), "0x86000002"),
        ]);

        Assert.Equal(
            [("1001", 200, null), ("1003", 200, null), ("1004", 404, "0x86000002")],
            package.Verdicts.Select(verdict => (verdict.Command.CmdId, verdict.Code.Value, verdict.OriginalError))
        );
        Assert.Equal(["1002", "1005"], package.Unanswered.Select(command => command.CmdId));
        Assert.Equal("./a", package.Verdicts[2].Command.LocUri);
        Assert.Equal(0, package.DroppedAnswers);
        Assert.Empty(package.PendingStatuses);
    }

    public static TheoryData<string, Status> Worthless =>
        new()
        {
            { "SY-36 never sent", Status("1099", "Get", 200) },
            { "SY-36 of another name", Status("1005", "Replace", 200) },
            { "of another message", new Status("1", 2, "1005", "Delete", StatusCode.Ok) },
            { "without a message", new Status("1", 0, "1005", "Delete", StatusCode.Ok) },
            { "without a reference", Status("", "Delete", 200) },
        };

    [Theory]
    [MemberData(nameof(Worthless))]
    public void Receive_DropsAndCountsUnrelatedStatus(string reason, Status status)
    {
        var package = Continue([status]);
        Assert.True(package.Verdicts.IsEmpty, reason);
        Assert.Equal((1, 5), (package.DroppedAnswers, package.Unanswered.Count()));
    }

    [Fact]
    public void Receive_AcceptsOnlyFirstStatus()
    {
        var package = Continue([Status("1005", "Delete", 500), Status("1005", "Delete", 200)], final: false);
        Assert.Equal(500, Assert.Single(package.Verdicts).Code.Value);
        Assert.Equal(1, package.DroppedAnswers);

        var live = ServerSession.Advance(Message([], 2), Hash, Live, package, [])!;
        var later = ServerSession.Receive(Message([Status("1005", "Delete", 200), Status("1002", "Get", 200)], 3), "h3", live);
        Assert.Equal("1002", Assert.Single(later.Verdicts).Command.CmdId);
        Assert.Equal(1, later.DroppedAnswers);
        Assert.Equal(["1001", "1003", "1004"], later.Unanswered.Select(command => command.CmdId));
    }

    [Theory]
    [InlineData(PackageKind.NewSession, 1, "x")]
    [InlineData(PackageKind.OutOfOrder, 5, "x")]
    [InlineData(PackageKind.Repeat, 1, "h1")]
    public void Receive_IgnoresStatusesOutsideContinuation(PackageKind kind, int messageId, string hash)
    {
        var package = ServerSession.Receive(
            Message(
                [Status("1005", "Delete", 200), Result("1001", Status1.Target, "9"), new Alert("5", 1226, [new SyncItem(Type: "x")])],
                messageId
            ),
            hash,
            Live
        );
        Assert.Equal(kind, package.Kind);
        Assert.Empty(package.Verdicts);
        Assert.Empty(package.Readings);
        Assert.Equal(kind == PackageKind.Repeat ? 0 : 2, package.DroppedAnswers);
        Assert.Equal(kind == PackageKind.NewSession, package.AcceptsCommands);
        Assert.Equal(kind == PackageKind.NewSession ? 1 : 0, package.Alerts.Length);
    }

    [Fact]
    public void Receive_AssignsValueToItsGet()
    {
        var package = Continue([
            new Results("3", 1, "1001", [new SyncItem(Source: Status1.Target, Format: "int", Data: "9")]),
            new Results("4", 1, "1002", [new SyncItem(Source: "./Vendor/MSFT/DeviceStatus/OS/Edition")]),
        ]);
        Assert.Equal(
            [new("1001", Status1.Target!, "int", "9"), new Reading("1002", "./Vendor/MSFT/DeviceStatus/OS/Edition", null, "")],
            package.Readings.AsEnumerable()
        );
        Assert.Empty(package.PendingStatuses);
    }

    public static TheoryData<string, Results> Unasked =>
        new()
        {
            { "SY-37 not a sent Get", Result("1099", Status1.Target, "9") },
            { "SY-37 another node", Result("1001", "./Vendor/MSFT/DeviceStatus/OS/Edition", "9") },
            { "no node", new Results("3", 1, "1001", [new SyncItem(Data: "9")]) },
            { "no Get but a write", Result("1005", "./b", "9") },
            { "another message", new Results("3", 2, "1001", [new SyncItem(Source: Status1.Target, Data: "9")]) },
        };

    [Theory]
    [MemberData(nameof(Unasked))]
    public void Receive_DropsUnrequestedValue(string reason, Results results)
    {
        var package = Continue([results]);
        Assert.True(package.Readings.IsEmpty, reason);
        Assert.Equal(1, package.DroppedAnswers);
    }

    [Fact]
    public void Receive_AcceptsOnlyFirstValue()
    {
        var package = Continue([Result("1001", Status1.Target, "9"), Result("1001", Status1.Target, "11")], final: false);
        Assert.Equal("9", Assert.Single(package.Readings).Data);

        var live = ServerSession.Advance(Message([], 2), Hash, Live, package, [])!;
        Assert.Empty(ServerSession.Receive(Message([Result("1001", Status1.Target, "11")], 3), "h3", live).Readings);
    }

    [Fact]
    public void Receive_EvaluatesItemsOfOneResultSeparately()
    {
        var package = Continue([
            new Results("3", 1, "1001", [new SyncItem(Source: "./else", Data: "1"), new SyncItem(Target: Status1.Target, Data: "9")]),
        ]);
        Assert.Equal("9", Assert.Single(package.Readings).Data);
        Assert.Equal(1, package.DroppedAnswers);
    }

    [Theory]
    [InlineData(1226, " com.microsoft:mdm.unenrollment.userrequest ", true)]
    [InlineData(1226, "Com.Microsoft:MDM.unenrollment.userrequest", true)]
    [InlineData(1224, "com.microsoft:mdm.unenrollment.userrequest", false)]
    [InlineData(1226, "com.microsoft:mdm.SCEPcertinstall.result", false)]
    public void Receive_DetectsUnenrollmentByItsAlertOnly(int code, string type, bool unenrolls)
    {
        var package = ServerSession.Receive(
            WireText.Read(
                WireText.Device1(
                    $"<Alert><CmdID>4</CmdID><Data>{code}</Data><Item><Meta><Type "
                        + $"xmlns=\"syncml:metinfo\">{type}</Type></Meta><Data>1</Data></Item></Alert><Final/>"
                )
            ),
            "h",
            null
        );
        Assert.Equal((unenrolls, !unenrolls), (package.Unenrolls, package.AcceptsCommands));
        Assert.Equal(StatusCode.Ok, Assert.Single(package.PendingStatuses).Code);
        Assert.Equal(new DeviceAlert(code, type.Trim(), "1", null, null), Assert.Single(package.Alerts));
    }

    [Fact]
    public void Receive_DetectsAbort()
    {
        var package = Continue([Status("0", "SyncHdr", 200), new Alert("2", 1223, [])]);
        Assert.True(package.Aborts);
        Assert.False(package.AcceptsCommands);
        Assert.Equal(ReplyEnding.Final, package.Ending);
    }

    [Fact]
    public void Receive_RequestsNextWithoutFinal()
    {
        var package = Continue([Status("1001", "Get", 200)], final: false);
        Assert.Equal((true, ReplyEnding.NextMessage, false), (package.RequestsNext, package.Ending, package.AcceptsCommands));
    }

    [Fact]
    public void Receive_IgnoresNextMessageAlertWithFinal() => Assert.True(Continue([new Alert("2", 1222, [])]).AcceptsCommands);

    [Fact]
    public void Heartbeat_ChangesNoState()
    {
        var package = Continue(
            [new Alert("1", 1224, [new SyncItem(Type: "Reversed-Domain-Name:com.microsoft.mdm.requestpending", Data: "1")])],
            final: false
        );
        Assert.Equal((true, ReplyEnding.Open, false), (package.IsHeartbeat, package.Ending, package.AcceptsCommands));

        var live = ServerSession.Advance(Message([], 2), Hash, Live, package, [])!;
        Assert.Equal((2, 1, Hash), (live.LastMessageId, live.SentIn, live.LastBodyHash));
        Assert.Equal(Live.Outstanding.AsEnumerable(), live.Outstanding);
        Assert.Equal(
            5,
            ServerSession
                .Receive(Message([.. Sent.Select((c, i) => Status(c.CmdId, c.Name, 200)), Status("1004", "Replace", 200)], 3), "h3", live)
                .Verdicts.Length
        );
    }

    public static TheoryData<SyncCommand, int> Forbidden =>
        new()
        {
            { new Get("9", []), 405 },
            { new Add("9", []), 405 },
            { new Delete("9", []), 405 },
            { new Exec("9", []), 405 },
            { new Atomic("9", [new Get("10", [])]), 405 },
            { new Sequence("9", []), 405 },
            { new Unknown("9", "Copy"), 406 },
            { new Unknown("9", "Put"), 406 },
            { new Unknown("9", "Whatever"), 400 },
            { new Alert("", 1201, []), 400 },
            { new Alert("0", 1201, []), 400 },
            { new Alert("9", 0, []), 400 },
            { new Alert("9", 1299, []), 200 },
            { new Replace("", []), 400 },
            { new Replace("9", [new SyncItem(Source: "/DevInfo/DevId")]), 404 },
            { new Replace("9", [new SyncItem(Source: "./DevInfo/../x")]), 404 },
            { new Replace("9", [new SyncItem(Source: "./DevInfo/Man?prop=ACL")]), 404 },
            { new Replace("9", [new SyncItem()]), 404 },
            { new Replace("9", [new SyncItem(Source: "./DevInfo/Ext/ICCID", Data: "8949")]), 200 },
        };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Receive_RejectsCommandsNotAllowedForDevices(SyncCommand command, int code)
    {
        var package = ServerSession.Receive(Message([command], 1), "h", null);
        Assert.Equal([new PendingStatus(command.CmdId, command.Name, new StatusCode(code))], package.PendingStatuses.AsEnumerable());
        Assert.Empty(package.DeviceInfo);
    }

    [Fact]
    public void Receive_RejectsDuplicateCmdId()
    {
        var package = Receive([Start, new Alert("2", 1226, [new SyncItem(Type: "com.microsoft:mdm.unenrollment.userrequest")])]);
        Assert.Equal([200, 400], package.PendingStatuses.Select(status => status.Code.Value));
        Assert.False(package.Unenrolls);
    }

    [Fact]
    public void DeviceInfo_IsTruncatedAndUsesFirstValue()
    {
        var pairs = new string('x', 255) + "😀" + "tail";
        var package = Receive([
            new Replace(
                "3",
                [
                    new SyncItem(Source: "./DevInfo/Mod", Data: pairs),
                    new SyncItem(Source: "./DevInfo/Mod", Data: "second"),
                    new SyncItem(Source: "./DevInfo/Man", Data: new string('y', 300)),
                ]
            ),
        ]);
        Assert.Equal(new string('x', 255), package.DeviceInfo["Mod"]);
        Assert.Equal(256, package.DeviceInfo["Man"].Length);
    }

    private static ReceivedPackage Receive(ImmutableArray<SyncCommand> commands) => ServerSession.Receive(Message(commands, 1), "h", null);

    private static ReceivedPackage Continue(ImmutableArray<SyncCommand> commands, bool final = true) =>
        ServerSession.Receive(Message(commands, 2, final: final), Hash, Live);

    private static SyncMLMessage Message(ImmutableArray<SyncCommand> commands, int messageId, string sessionId = "7", bool final = true) =>
        new(new SyncHeader(sessionId, messageId, WireText.Server, WireText.Device), commands, final);

    private static Status Status(string commandRef, string command, int code) => new("1", 1, commandRef, command, new StatusCode(code));

    private static Results Result(string commandRef, string? source, string data) =>
        new("3", 1, commandRef, [new SyncItem(Source: source, Data: data)]);
}
