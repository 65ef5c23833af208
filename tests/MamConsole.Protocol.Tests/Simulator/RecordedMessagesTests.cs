using System.Text;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Simulator;
using MamConsole.Simulator.Tree;
using MamConsole.Tests.Protocol.SyncML;

namespace MamConsole.Tests.Simulator;

/// <summary>
/// Compares the messages of the simulator with those of Windows 11 25H2. The composed messages have their form. When recorded messages
/// exist next to the checkout, the simulator's are compared with them too.
/// </summary>
public sealed class RecordedMessagesTests
{
    /// <summary>The device and the server in the recorded messages.</summary>
    private static readonly Side OfRecorded = new(
        "https://mdm.example.test/ManagementServer/MDM.svc",
        TestDevices.Profile with
        {
            DeviceId = "0123456789ABCDEF0123456789ABCDEF",
            Manufacturer = "Example Manufacturer",
            Model = "Conformance Device",
        }
    );

    private static readonly Side OfComposed = new(
        ComposedMessages.Server,
        TestDevices.Profile with
        {
            DeviceId = ComposedMessages.Device,
            Manufacturer = "Tailspin Works",
            Model = "Slate 9",
            Locale = "nb-NO",
        }
    );

    [Fact]
    public void Package1_EqualsRecordedBytes()
    {
        Assert.Equal(ComposedMessages.Package1, Text(OfComposed.Open("21").Next));
        Recorded("001-win11-25h2-package1-user.xml", text => Assert.Equal(text, Text(OfRecorded.Open("1").Next)));
    }

    [Fact]
    public void UnenrollAlert_EqualsRecordedBytes()
    {
        Check(ComposedMessages.Unenrollment, OfComposed, "25");
        Recorded("009-win11-25h2-unenroll-1226.xml", text => Check(text, OfRecorded, "9"));

        static void Check(string text, Side side, string session) =>
            Assert.Equal(
                Text(WireText.Read(text)),
                Text(SyncMLReader.Read(SyncMLWriter.Write(side.Open(session, unenrolling: true).Next!)))
            );
    }

    [Fact]
    public void Results_FollowTheirStatusWithoutCmd()
    {
        Check(ComposedMessages.Results, OfComposed, "24", "7", "./DevInfo/Mod");
        Recorded("007-win11-25h2-results-to-ns11-server.xml", text => Check(text, OfRecorded, "3", "5", "./DevInfo/Man"));

        static void Check(string text, Side side, string session, string command, string node)
        {
            var requested = new SyncMLMessage(
                new SyncHeader(session, 1, side.Tree.Profile.DeviceId, side.Server),
                [new SyncCommand.Status("1", 1, "0", "SyncHdr", StatusCode.Ok), new SyncCommand.Get(command, [new SyncItem(Target: node)])],
                Final: true
            );
            var ours = side.Open(session).Session.Receive(requested).Next!;

            // The message is the second one of its session, because the first one was challenged.
            static string Body(SyncMLMessage message) =>
                Text(message).Split("<SyncBody>")[1].Replace("<MsgRef>2<", "<MsgRef>1<", StringComparison.Ordinal);
            Assert.Equal(Body(WireText.Read(text)), Body(ours));
        }
    }

    [Fact]
    public void MinimalServerResponse_EndsSession()
    {
        Check(ComposedMessages.StatusesOnly, OfComposed, "21");
        Recorded("011-server-poc-response-4-status.xml", text => Check(text, OfRecorded, "1"));

        static void Check(string text, Side side, string session) =>
            Assert.IsType<DeviceSessionEnd.Closed>(side.Receive(text, session).End);
    }

    [Fact]
    public void FirstReadsOfMdmServer_AreMostlyBlocked()
    {
        Check(ComposedMessages.FirstReadsOfMdm, OfComposed, "21", 6, "./Vendor/MSFT/DeviceStatus/OS/Edition");
        Recorded("020-intune-server-first-response.xml", text => Check(text, OfRecorded, "1", 8, "./Vendor/MSFT/DeviceStatus/OS/Mode"));

        static void Check(string text, Side side, string session, int requested, string answered)
        {
            var exchange = side.Receive(text, session);
            Assert.Equal(requested, exchange.Executed.Length);
            Assert.Equal(answered, Assert.Single(exchange.Executed, command => command.Code.IsSuccess).LocUri);
        }
    }

    /// <summary>Applies the same check to the recorded message, when it is present.</summary>
    private static void Recorded(string file, Action<string> check)
    {
        foreach (var (_, bytes) in RecordedMessagesFolder.Read("captures", file))
        {
            check(Encoding.UTF8.GetString(bytes).Trim());
        }
    }

    private static string Text(SyncMLMessage? message) => Encoding.UTF8.GetString(SyncMLWriter.Write(message!));

    private sealed class Side(string server, DeviceProfile profile)
    {
        public string Server { get; } = server;

        public WindowsTree Tree { get; } = TestDevices.NewTree(profile);

        public DeviceExchange Open(string session, bool unenrolling = false) =>
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

        public DeviceExchange Receive(string text, string session)
        {
            var answer = WireText.Read(text);
            return Open(session).Session.Receive(answer with { Header = answer.Header with { Target = Tree.Profile.DeviceId } });
        }
    }
}
