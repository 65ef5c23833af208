using System.Collections.Immutable;

namespace MamConsole.Protocol.SyncML;

/// <summary>One SyncML document: what one HTTP request or answer carries (OMA DM 1.2; protocol.md §3.2).</summary>
/// <param name="Header">Who speaks to whom, in which session.</param>
/// <param name="Commands">Everything in SyncBody but <c>Final</c>, in document order.</param>
/// <param name="Final">Whether this message ends its package.</param>
public sealed record SyncMLMessage(SyncHeader Header, ImmutableArray<SyncCommand> Commands, bool Final);

/// <summary>The SyncHdr element.</summary>
/// <param name="SessionId">Opaque, at most 4 characters in the specification; "0" is legal (protocol.md §3.2).</param>
/// <param name="MessageId">1, 2, 3 … within the session.</param>
/// <param name="Target">Target/LocURI: for a device's message the server's address, else the device id.</param>
/// <param name="Source">Source/LocURI: for a device's message the device id.</param>
/// <param name="MaxMessageSize">Meta/MaxMsgSize in bytes, when the sender named one.</param>
public sealed record SyncHeader(string SessionId, int MessageId, string Target, string Source, long? MaxMessageSize = null);

/// <summary>The Item element. Content that is absent is null; an empty element is "".</summary>
/// <param name="Target">Target/LocURI.</param>
/// <param name="Source">Source/LocURI.</param>
/// <param name="Format">Meta/Format as written (trimmed; what absence means is for the reader's caller to say).</param>
/// <param name="Type">Meta/Type, trimmed.</param>
/// <param name="Data">The text of Data, entity references resolved.</param>
/// <param name="MoreData">Whether the object continues in the next message.</param>
/// <param name="Size">Meta/Size in bytes, on the first chunk of a large object.</param>
/// <param name="Mark">Meta/Mark: how an alert is meant (<c>critical</c>, <c>informational</c> …).</param>
public sealed record SyncItem(
    string? Target = null,
    string? Source = null,
    string? Format = null,
    string? Type = null,
    string? Data = null,
    bool MoreData = false,
    long? Size = null,
    string? Mark = null);
