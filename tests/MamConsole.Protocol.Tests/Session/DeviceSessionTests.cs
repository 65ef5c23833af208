using System.Collections.Immutable;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Tests.Simulator;
using static MamConsole.Tests.Simulator.TestDevices;

namespace MamConsole.Tests.Protocol.Session;

public sealed class DeviceSessionTests
{
    private static readonly DeviceOpening Opening = new()
    {
        SessionId = "7",
        DeviceId = Profile.DeviceId,
        ServerAddress = "https://mam.contoso.example/mam/sync/7d1f",
        DeviceInfo =
        [
            new SyncItem(Source: "./DevInfo/DevId", Data: Profile.DeviceId),
            new SyncItem(Source: "./DevInfo/Man", Data: "Halden"),
        ],
        ReportsOriginalErrors = true,
    };

    private static SyncMLMessage Answer(
        int messageId,
        ImmutableArray<SyncCommand> commands,
        bool final = true,
        int header = 200,
        string session = "7"
    ) =>
        new(
            new SyncHeader(session, messageId, Profile.DeviceId, Opening.ServerAddress),
            [new SyncCommand.Status("1", messageId, "0", "SyncHdr", new StatusCode(header)), .. commands],
            final
        );

    private static DeviceExchange Run(params ImmutableArray<SyncCommand> commands) =>
        DeviceSession.Open(Opening, NewTree()).Session.Receive(Answer(1, commands));

    private static SyncItem Item(string uri, string? data = null, string? format = null) => new(Target: uri, Format: format, Data: data);

    private static SyncCommand.Replace Replace(string id, string uri, string data, string format = "int") =>
        new(id, [Item(uri, data, format)]);

    private static SyncCommand.Get Get(string id, params string[] uris) => new(id, [.. uris.Select(uri => Item(uri))]);

    /// <summary>Returns the commands of a message as short texts: name, reference, code, error and targets.</summary>
    private static IEnumerable<string> Lines(SyncMLMessage? message) =>
        message!.Commands.Select(command =>
            command switch
            {
                SyncCommand.Status s => $"{s.CmdId} Status {s.CommandRef} {s.Command} "
                    + $"{s.Code}{(s.OriginalError is null ? "" : " " + s.OriginalError)}{string.Concat((s.TargetRefs.IsDefault ? [] : s.TargetRefs).Select(uri => " @" + uri))}",
                SyncCommand.Results r =>
                    $"{r.CmdId} Results {r.CommandRef} {string.Join(' ', r.Items.Select(item => item.Source + "=" + item.Data))}",
                SyncCommand.Alert a => $"{a.CmdId} Alert {a.Code}{string.Concat(a.Items.Select(item => $" {item.Type}={item.Data}"))}",
                SyncCommand.Replace r => $"{r.CmdId} Replace {string.Join(' ', r.Items.Select(item => item.Source))}",
                _ => command.ToString(),
            }
        );

    [Fact]
    public void Package1_BeginsAtCmdId2AndEndsWithDevInfo()
    {
        var exchange = DeviceSession.Open(Opening with { UserToken = "token", Unenrolling = true }, NewTree());

        Assert.Equal(
            [
                "2 Alert 1201",
                "3 Alert 1224 com.microsoft/MDM/LoginStatus=user",
                "4 Alert 1224 com.microsoft/MDM/AADUserToken=token",
                "5 Alert 1226 com.microsoft:mdm.unenrollment.userrequest=1",
                "6 Replace ./DevInfo/DevId ./DevInfo/Man",
            ],
            Lines(exchange.Next)
        );
        Assert.Equal(new SyncHeader("7", 1, Opening.ServerAddress, Profile.DeviceId), exchange.Next!.Header);
        Assert.True(exchange.Next.Final);
    }

    [Fact]
    public void Receive_ReturnsStatusesAndResults()
    {
        var exchange = Run(
            Get("6", Status),
            new SyncCommand.Sequence("8", [new SyncCommand.Delete("9", [Item(Grouping)]), Replace("10", Edp + "EDPEnforcementLevel", "2")]),
            new SyncCommand.Exec("16", [Item("./Vendor/MSFT/HealthAttestation/VerifyHealth")])
        );

        Assert.Equal(
            [
                "1 Status 0 SyncHdr 200",
                "2 Status 6 Get 200",
                "3 Results 6 ./Device/Vendor/MSFT/EnterpriseDataProtection/Status=0",
                "4 Status 8 Sequence 200",
                "5 Status 9 Delete 404 0x86000002",
                "6 Status 10 Replace 200",
                "7 Status 16 Exec 202",
            ],
            Lines(exchange.Next)
        );
        Assert.Equal(2, exchange.Next!.Header.MessageId);
        Assert.All(exchange.Next.Commands.OfType<SyncCommand.Status>(), status => Assert.Equal(1, status.MessageRef));
        Assert.Equal(
            ["Get 200", "Sequence 200", "Delete 404", "Replace 200", "Exec 202"],
            exchange.Executed.Select(done => $"{done.Name} {done.Code}")
        );
    }

    [Fact]
    public void Receive_ReturnsOneStatusPerItemWhenResultsDiffer()
    {
        var exchange = Run(Get("6", Status, Edp + "EDPShowIcons", "./DevInfo/Man"));

        Assert.Equal(
            [
                "1 Status 0 SyncHdr 200",
                $"2 Status 6 Get 200 @{Status}",
                $"3 Status 6 Get 404 0x86000002 @{Edp}EDPShowIcons",
                "4 Status 6 Get 200 @./DevInfo/Man",
                $"5 Results 6 {Status}=0 ./DevInfo/Man=Halden Computing",
            ],
            Lines(exchange.Next)
        );
    }

    [Fact]
    public void Receive_OmitsOriginalErrorsBeforeVersion3()
    {
        var exchange = DeviceSession
            .Open(Opening with { ReportsOriginalErrors = false }, NewTree())
            .Session.Receive(Answer(1, [Get("6", Grouping)]));
        Assert.Equal(["1 Status 0 SyncHdr 200", "2 Status 6 Get 404"], Lines(exchange.Next));
        Assert.Equal("0x86000002", Assert.Single(exchange.Executed).OriginalError);
    }

    [Fact]
    public void Atomic_ExecutesAllCommands()
    {
        var exchange = Run(
            new SyncCommand.Atomic(
                "13",
                [Replace("14", Locking + "DevicePasswordEnabled", "0"), Replace("15", Locking + "MaxInactivityTimeDeviceLock", "15")]
            )
        );

        Assert.Equal(
            ["1 Status 0 SyncHdr 200", "2 Status 13 Atomic 200", "3 Status 14 Replace 200", "4 Status 15 Replace 200"],
            Lines(exchange.Next)
        );
        Assert.Equal(200, exchange.Session.Tree.Do(NodeVerb.Get, Locking + "DevicePasswordEnabled").Code.Value);
    }

    [Fact]
    public void Atomic_RollsBackWhenOneCommandFails()
    {
        var exchange = Run(
            new SyncCommand.Atomic(
                "13",
                [
                    Replace("14", Locking + "DevicePasswordEnabled", "0"),
                    Replace("15", Locking + "MaxInactivityTimeDeviceLock", "1000"),
                    Replace("16", Locking + "DevicePasswordHistory", "5"),
                ]
            )
        );

        Assert.Equal(
            [
                "1 Status 0 SyncHdr 200",
                "2 Status 13 Atomic 507",
                "3 Status 14 Replace 216",
                "4 Status 15 Replace 500 0x80070057",
                "5 Status 16 Replace 215",
            ],
            Lines(exchange.Next)
        );
        Assert.Equal(404, exchange.Session.Tree.Do(NodeVerb.Get, Locking + "DevicePasswordEnabled").Code.Value);
    }

    [Fact]
    public void Atomic_RejectsGetAndNestedAtomic()
    {
        var get = Run(
            new SyncCommand.Atomic("13", [Replace("14", Edp + "EDPShowIcons", "1"), new SyncCommand.Sequence("15", [Get("16", Status)])])
        );
        Assert.Equal(
            [
                "1 Status 0 SyncHdr 200",
                "2 Status 13 Atomic 507",
                "3 Status 14 Replace 216",
                "4 Status 15 Sequence 216",
                "5 Status 16 Get 500",
            ],
            Lines(get.Next)
        );

        var nested = Run(new SyncCommand.Atomic("13", [new SyncCommand.Atomic("14", [Replace("15", Edp + "EDPShowIcons", "1")])]));
        Assert.Equal(
            ["1 Status 0 SyncHdr 200", "2 Status 13 Atomic 507", "3 Status 14 Atomic 500", "4 Status 15 Replace 215"],
            Lines(nested.Next)
        );
    }

    [Fact]
    public void Atomic_RejectsAddAndReplaceOfOneNode()
    {
        var exchange = Run(
            new SyncCommand.Atomic(
                "13",
                [new SyncCommand.Add("14", [Item(Edp + "EDPShowIcons", "1", "int")]), Replace("15", Edp + "EDPShowIcons", "0")]
            )
        );
        Assert.Equal(
            ["1 Status 0 SyncHdr 200", "2 Status 13 Atomic 507", "3 Status 14 Add 216", "4 Status 15 Replace 500"],
            Lines(exchange.Next)
        );
    }

    [Fact]
    public void Sequence_ContinuesAfterFailure()
    {
        var exchange = Run(
            new SyncCommand.Sequence("8", [Replace("9", Edp + "EDPShowIcons", "7"), Replace("10", Edp + "EDPShowIcons", "1")])
        );
        Assert.Equal(
            ["1 Status 0 SyncHdr 200", "2 Status 8 Sequence 200", "3 Status 9 Replace 500 0x80070057", "4 Status 10 Replace 200"],
            Lines(exchange.Next)
        );
    }

    [Fact]
    public void Receive_RejectsUnknownCommandAndMissingOrDuplicateId()
    {
        var exchange = Run(
            new SyncCommand.Unknown("6", "Copy"),
            Replace("", Edp + "EDPShowIcons", "1"),
            Replace("0", Edp + "EDPShowIcons", "1"),
            Get("7", Status),
            Get("7", Status),
            new SyncCommand.Alert("8", 1100, [])
        );

        Assert.Equal(
            [
                "1 Status 0 SyncHdr 200",
                "2 Status 6 Copy 400",
                "3 Status  Replace 400",
                "4 Status 0 Replace 400",
                "5 Status 7 Get 200",
                $"6 Results 7 {Status}=0",
                "7 Status 7 Get 400",
                "8 Status 8 Alert 406",
            ],
            Lines(exchange.Next)
        );
        Assert.Equal(404, exchange.Session.Tree.Do(NodeVerb.Get, Edp + "EDPShowIcons").Code.Value);
    }

    public static TheoryData<int, string> Ends =>
        new()
        {
            { 200, nameof(DeviceSessionEnd.Closed) },
            { 212, nameof(DeviceSessionEnd.Closed) },
            { 401, nameof(DeviceSessionEnd.Rejected) },
            { 407, nameof(DeviceSessionEnd.Rejected) },
        };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Receive_EndsSessionWithoutCommands(int header, string end)
    {
        var exchange = DeviceSession
            .Open(Opening, NewTree())
            .Session.Receive(Answer(1, [new SyncCommand.Status("2", 1, "2", "Alert", new StatusCode(header))], header: header));
        Assert.Null(exchange.Next);
        Assert.Equal(end, exchange.End!.GetType().Name);
    }

    [Fact]
    public void Receive_IgnoresCommandsWhenHeaderIsRejected()
    {
        var exchange = DeviceSession
            .Open(Opening, NewTree())
            .Session.Receive(Answer(1, [Replace("6", Edp + "EDPShowIcons", "1")], header: 401));
        Assert.Empty(exchange.Executed);
        Assert.Equal(404, exchange.Session.Tree.Do(NodeVerb.Get, Edp + "EDPShowIcons").Code.Value);
    }

    [Fact]
    public void Unenroll_EndsSessionWithoutMessage()
    {
        var exchange = Run(
            Replace("6", Edp + "EDPShowIcons", "1"),
            new SyncCommand.Exec("7", [Item(Client + "Unenroll", "MamConsole", "chr")]),
            Replace("8", Edp + "EDPShowIcons", "0")
        );

        Assert.IsType<DeviceSessionEnd.UnenrollRequested>(exchange.End);
        Assert.Null(exchange.Next);
        Assert.Equal("1", exchange.Session.Tree.Do(NodeVerb.Get, Edp + "EDPShowIcons").Found?.Data);
    }

    [Fact]
    public void Abort_EndsSession() =>
        Assert.IsType<DeviceSessionEnd.Aborted>(Run(new SyncCommand.Alert("6", 1223, []), Get("7", Status)).End);

    [Fact]
    public void Receive_RequestsNextMessageWithoutFinal()
    {
        var exchange = DeviceSession.Open(Opening, NewTree()).Session.Receive(Answer(1, [Get("6", Status)], final: false));

        Assert.Equal(["1 Status 0 SyncHdr 200", "2 Status 6 Get 200", $"3 Results 6 {Status}=0", "4 Alert 1222"], Lines(exchange.Next));
        Assert.False(exchange.Next!.Final);
    }

    [Fact]
    public void Beat_PrecedesDelayedMessage()
    {
        var late = Run(Get("6", Status));
        var beat = late.Session.Beat(late.Next!);
        Assert.Equal(
            (2, false, "1 Alert 1224 Reversed-Domain-Name:com.microsoft.mdm.requestpending=1"),
            (beat.Next!.Header.MessageId, beat.Next.Final, Assert.Single(Lines(beat.Next)))
        );

        var answer = beat.Session.Receive(Answer(2, [new SyncCommand.Status("2", 2, "1", "Alert", StatusCode.Ok)], final: false));
        Assert.Equal((3, true), (answer.Next!.Header.MessageId, answer.Next.Final));
        Assert.Equal(Lines(late.Next), Lines(answer.Next));
    }

    [Fact]
    public void Receive_RejectsUnrelatedResponse()
    {
        var session = DeviceSession.Open(Opening, NewTree()).Session;
        Assert.Contains("session '8'", Reason(session.Receive(Answer(1, [], session: "8"))), StringComparison.Ordinal);
        Assert.Contains("header of message 1", Reason(session.Receive(Answer(2, []))), StringComparison.Ordinal);
        Assert.Contains(
            "device 'X'",
            Reason(session.Receive(Answer(1, []) with { Header = new SyncHeader("7", 1, "X", "s") })),
            StringComparison.Ordinal
        );

        static string Reason(DeviceExchange exchange) => Assert.IsType<DeviceSessionEnd.ProtocolError>(exchange.End).Reason;
    }
}
