using System.Collections.Immutable;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Tests.Protocol.SyncML;
using static MamConsole.Protocol.SyncML.SyncCommand;

namespace MamConsole.Tests.Protocol.Session;

/// <summary>The exact responses (docs/reference/protocol.md §2.5, §3.5, §3.7, §3.9, §3.10).</summary>
public sealed class ServerSessionReplyTests
{
    private const string Address = "https://mam.contoso.example/mam/sync/e1";
    private static readonly ImmutableArray<SyncCommand> Commands = [new Get("1001", [new SyncItem(Target: "./DevInfo/Man")])];

    [Fact]
    public void Reply_WritesStatusesThenCommandsThenFinal()
    {
        var request = Package1(source: "dev&1", target: "https://attacker.example/");
        var reply = ServerSession.Reply(request, ServerSession.Receive(request, "h", null), Commands, Address);

        Assert.Equal(
            "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>7</SessionID><MsgID>1</MsgID>"
                + $"<Target><LocURI>dev&amp;1</LocURI></Target><Source><LocURI>{Address}</LocURI></Source></SyncHdr><SyncBody>"
                + "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>"
                + "<Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Alert</Cmd><Data>200</Data></Status>"
                + "<Status><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>3</CmdRef><Cmd>Get</Cmd><Data>405</Data></Status>"
                + "<Status><CmdID>4</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Cmd>Replace</Cmd><Data>200</Data></Status>"
                + "<Get><CmdID>1001</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item></Get><Final/></SyncBody></SyncML>",
            WireText.Write(reply)
        );
    }

    [Fact]
    public void Reply_ReturnsSameBytesFromStoredData()
    {
        var request = Package1();
        var package = ServerSession.Receive(request, "h", null);
        var first = WireText.Write(ServerSession.Reply(request, package, Commands, Address));
        Assert.Equal(first, WireText.Write(ServerSession.Reply("7", 1, WireText.Device, package.PendingStatuses, Commands, Address)));
    }

    [Fact]
    public void Reply_ClosesWithHeaderStatusAndFinal()
    {
        var request = Message([new Status("1", 1, "0", "SyncHdr", StatusCode.Ok), new Status("2", 1, "1001", "Get", StatusCode.Ok)], 2);
        var live = new LiveSession("7", 1, "h1", 1, SentCommand.Of(Commands));
        var package = ServerSession.Receive(request, "h2", live);
        Assert.Equal(
            "<Status><CmdID>1</CmdID><MsgRef>2</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status><Final/>",
            Body(ServerSession.Reply(request, package, [], Address))
        );
        Assert.Null(ServerSession.Advance(request, "h2", live, package, []));
    }

    [Fact]
    public void Reply_RequestsNextMessageOfOpenPackage()
    {
        var request = Message(
            [new Results("3", 1, "1001", [new SyncItem(Source: "./DevInfo/Man", Data: "a", MoreData: true, Size: 9)])],
            2,
            final: false
        );
        var package = ServerSession.Receive(request, "h2", new LiveSession("7", 1, "h1", 1, SentCommand.Of(Commands)));
        Assert.Equal(
            "<Status><CmdID>1</CmdID><MsgRef>2</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>"
                + "<Status><CmdID>2</CmdID><MsgRef>2</MsgRef><CmdRef>3</CmdRef><Cmd>Results</Cmd><Data>213</Data></Status><Alert><CmdID>3</CmdID><Data>1222</Data></Alert>",
            Body(ServerSession.Reply(request, package, [], Address))
        );
    }

    [Fact]
    public void Reply_ReportsIncompleteObject()
    {
        var live = new LiveSession("7", 2, "h2", 1, SentCommand.Of(Commands), new PartialReading("1001", null, 9, "a"));
        var request = Message([], 3);
        Assert.Equal(
            "<Status><CmdID>1</CmdID><MsgRef>3</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status><Alert><CmdID>2</CmdID><Data>1225</Data></Alert><Final/>",
            Body(ServerSession.Reply(request, ServerSession.Receive(request, "h3", live), [], Address))
        );
    }

    [Fact]
    public void Reply_ToHeartbeatHasOnlyStatuses()
    {
        var request = Message(
            [new Alert("1", 1224, [new SyncItem(Type: "Reversed-Domain-Name:com.microsoft.mdm.requestpending", Data: "1")])],
            2,
            final: false
        );
        Assert.Equal(
            "<Status><CmdID>1</CmdID><MsgRef>2</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status><Status><CmdID>2</CmdID><MsgRef>2</MsgRef><CmdRef>1</CmdRef><Cmd>Alert</Cmd><Data>200</Data></Status>",
            Body(
                ServerSession.Reply(
                    request,
                    ServerSession.Receive(request, "h2", new LiveSession("7", 1, "h1", 1, SentCommand.Of(Commands))),
                    [],
                    Address
                )
            )
        );
    }

    [Theory]
    [InlineData(401)]
    [InlineData(407)]
    public void Reject_SetsCodeOnEveryStatusWithoutChallenge(int code)
    {
        Assert.Equal(
            $"<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>{code}</Data></Status>"
                + $"<Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Alert</Cmd><Data>{code}</Data></Status>"
                + $"<Status><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>3</CmdRef><Cmd>Get</Cmd><Data>{code}</Data></Status>"
                + $"<Status><CmdID>4</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Cmd>Replace</Cmd><Data>{code}</Data></Status><Final/>",
            Body(ServerSession.Reject(Package1(), new StatusCode(code), Address))
        );
    }

    [Fact]
    public void Reply_RejectsCommandsThatMustNotBeSent()
    {
        foreach (var request in new[] { Message([], 1, final: false), Message([new Alert("2", 1223, [])], 1), Message([], 5) })
        {
            var package = ServerSession.Receive(request, "h", null);
            Assert.Throws<ArgumentException>(() => ServerSession.Reply(request, package, Commands, Address));
        }
    }

    [Fact]
    public void Advance_StoresSentCommandsWithGroupContent()
    {
        var request = Package1();
        ImmutableArray<SyncCommand> sent =
        [
            new Sequence("1001", [new Get("1002", [new SyncItem(Target: "./a")]), new Atomic("1003", [new Exec("1004", [])])]),
        ];
        var live = ServerSession.Advance(request, "h", null, ServerSession.Receive(request, "h", null), sent)!;
        Assert.Equal(("7", 1, "h", 1), (live.SessionId, live.LastMessageId, live.LastBodyHash, live.SentIn));
        Assert.Equal(
            [new("1001", "Sequence", null), new("1002", "Get", "./a"), new("1003", "Atomic", null), new SentCommand("1004", "Exec", null)],
            live.Outstanding.AsEnumerable()
        );
    }

    [Fact]
    public void Advance_IgnoresMessageOutOfOrder()
    {
        var live = new LiveSession("7", 1, "h1", 1, SentCommand.Of(Commands));
        var request = Message([], 5);
        Assert.Same(live, ServerSession.Advance(request, "h5", live, ServerSession.Receive(request, "h5", live), []));
    }

    [Fact]
    public void SentCommand_RejectsSeveralItems() =>
        Assert.Throws<ArgumentException>(() =>
            SentCommand.Of([new Get("1001", [new SyncItem(Target: "./a"), new SyncItem(Target: "./b")])])
        );

    [Fact]
    public void HashOf_ReturnsSha256()
    {
        Assert.Equal("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", ServerSession.HashOf([]));
        Assert.NotEqual(ServerSession.HashOf("a"u8), ServerSession.HashOf("b"u8));
    }

    private static SyncMLMessage Package1(string source = WireText.Device, string target = Address) =>
        new(
            new SyncHeader("7", 1, target, source),
            [new Alert("2", 1201, []), new Get("3", []), new Replace("4", [new SyncItem(Source: "./DevInfo/Man", Data: "x")])],
            Final: true
        );

    private static SyncMLMessage Message(ImmutableArray<SyncCommand> commands, int id, bool final = true) =>
        new(new SyncHeader("7", id, Address, WireText.Device), commands, final);

    private static string Body(SyncMLMessage message)
    {
        var text = WireText.Write(message);
        var start = text.IndexOf("<SyncBody>", StringComparison.Ordinal) + "<SyncBody>".Length;
        return text[start..text.IndexOf("</SyncBody>", StringComparison.Ordinal)];
    }
}
