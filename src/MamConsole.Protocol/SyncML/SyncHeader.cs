namespace MamConsole.Protocol.SyncML;

/// <summary>The SyncHdr element.</summary>
/// <param name="SessionId">Opaque, at most 4 characters in the specification; "0" is legal (docs/reference/protocol.md §3.2).</param>
/// <param name="MessageId">1, 2, 3 … within the session.</param>
/// <param name="Target">Target/LocURI: for a device's message the server's address, else the device id.</param>
/// <param name="Source">Source/LocURI: for a device's message the device id.</param>
/// <param name="MaxMessageSize">Meta/MaxMsgSize in bytes, when the sender named one.</param>
public sealed record SyncHeader(string SessionId, int MessageId, string Target, string Source, long? MaxMessageSize = null);
