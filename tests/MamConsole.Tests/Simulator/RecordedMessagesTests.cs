using System.Text;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Simulator.Tree;

namespace MamConsole.Tests.Simulator;

/// <summary>The simulator's messages beside what real Windows 11 25H2 sent.</summary>
public sealed class RecordedMessagesTests
{
    private const string Server = "https://mdm.example.test/ManagementServer/MDM.svc";

    private static readonly WindowsTree Tree = TestDevices.NewTree(
        TestDevices.Profile with
        {
            DeviceId = "0123456789ABCDEF0123456789ABCDEF",
            Manufacturer = "Example Manufacturer",
            Model = "Conformance Device",
        }
    );

    private static DeviceTurn Open(string session, bool unenrolling = false) =>
        DeviceSession.Open(
            new DeviceOpening
            {
                SessionId = session,
                DeviceId = Tree.Profile.DeviceId,
                ServerAddress = Server,
                DeviceInfo =
                [
                    .. new[] { "DevId", "Man", "Mod", "DmV", "Lang" }.Select(leaf => new SyncItem(
                        Source: "./DevInfo/" + leaf,
                        Data: Tree.Read("./DevInfo/" + leaf)
                    )),
                ],
                Unenrolling = unenrolling,
            },
            Tree
        );

    private static string Recorded(string file) => File.ReadAllText(ReferenceFolder.Require("captures/" + file)).Trim();

    private static string Text(SyncMLMessage? message) => Encoding.UTF8.GetString(SyncMLWriter.Write(message!));

    [Fact]
    public void Package_1_is_byte_for_byte_the_same() => Assert.Equal(Recorded("001-win11-25h2-package1-user.xml"), Text(Open("1").Next));

    [Fact]
    public void The_goodbye_says_the_same()
    {
        var recorded = SyncMLReader.Read(Encoding.UTF8.GetBytes(Recorded("009-win11-25h2-unenroll-1226.xml")));
        var ours = SyncMLReader.Read(SyncMLWriter.Write(Open("9", unenrolling: true).Next!));
        Assert.Equal(Text(recorded), Text(ours));
    }

    [Fact]
    public void Results_stand_behind_their_status_without_Cmd()
    {
        var asked = new SyncMLMessage(
            new SyncHeader("3", 1, Tree.Profile.DeviceId, Server),
            [
                new SyncCommand.Status("1", 1, "0", "SyncHdr", StatusCode.Ok),
                new SyncCommand.Get("5", [new SyncItem(Target: "./DevInfo/Man")]),
            ],
            Final: true
        );

        var recorded = SyncMLReader.Read(Encoding.UTF8.GetBytes(Recorded("007-win11-25h2-results-to-ns11-server.xml")));
        var ours = Open("3").Session.Receive(asked).Next!;

        // The recording is one message later in its session, because it was challenged first.
        static string Body(SyncMLMessage message) =>
            Text(message).Split("<SyncBody>")[1].Replace("<MsgRef>2<", "<MsgRef>1<", StringComparison.Ordinal);
        Assert.Equal(Body(recorded), Body(ours));
    }

    [Fact]
    public void A_minimal_answer_of_a_real_server_ends_the_session()
    {
        var answer = SyncMLReader.Read(Encoding.UTF8.GetBytes(Recorded("011-server-poc-response-4-status.xml")));
        var turn = (Open("1") with { }).Session.Receive(answer with { Header = answer.Header with { Target = Tree.Profile.DeviceId } });
        Assert.IsType<DeviceSessionEnd.Closed>(turn.End);
    }

    [Fact]
    public void What_a_production_MDM_server_asks_first_is_mostly_blocked_under_MAM()
    {
        var answer = SyncMLReader.Read(Encoding.UTF8.GetBytes(Recorded("020-intune-server-first-response.xml")));
        var turn = Open("1").Session.Receive(answer with { Header = answer.Header with { Target = Tree.Profile.DeviceId } });

        Assert.Equal(8, turn.Executed.Length);
        Assert.Equal("./Vendor/MSFT/DeviceStatus/OS/Mode", Assert.Single(turn.Executed, command => command.Code.IsSuccess).LocUri);
    }
}
