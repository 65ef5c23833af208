namespace MamConsole.Protocol.SyncML;

/// <summary>The SyncHdr element.</summary>
/// <param name="SessionId">Opaque, at most 4 characters in the specification; "0" is valid (docs/reference/protocol.md §3.2).</param>
/// <param name="MessageId">1, 2, 3 … within the session.</param>
/// <param name="Target">Target/LocURI: the server's address in a device's message, the device id in a server's.</param>
/// <param name="Source">Source/LocURI: the device id in a device's message, the server's address in a server's.</param>
/// <param name="MaxMessageSize">Meta/MaxMsgSize in bytes; null when it is absent.</param>
public sealed record SyncHeader(string SessionId, int MessageId, string Target, string Source, long? MaxMessageSize = null);
