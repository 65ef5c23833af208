using System.Text;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.SyncML;

/// <summary>Messages composed for the tests, as text and as bytes.</summary>
internal static class WireText
{
    public const string Server = "https://mam.contoso.example/mam/sync/e1";
    public const string Device = "5A3D9B1C7E2F4D60A1B2C3D4E5F60718";

    /// <summary>Returns a device's message with a body.</summary>
    public static string Device1(string body, string messageId = "1", string sessionId = "7") =>
        Envelope(Header(sessionId, messageId, Server, Device), body);

    public static string Header(string sessionId, string messageId, string target, string source) =>
        $"<SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>{sessionId}</SessionID><MsgID>{messageId}</MsgID>"
        + $"<Target><LocURI>{target}</LocURI></Target><Source><LocURI>{source}</LocURI></Source></SyncHdr>";

    public static string Envelope(string header, string body) =>
        $"<SyncML xmlns=\"SYNCML:SYNCML1.2\">{header}<SyncBody>{body}</SyncBody></SyncML>";

    public static SyncMLMessage Read(string text) => SyncMLReader.Read(Encoding.UTF8.GetBytes(text));

    public static string Write(SyncMLMessage message) => Encoding.UTF8.GetString(SyncMLWriter.Write(message));
}
