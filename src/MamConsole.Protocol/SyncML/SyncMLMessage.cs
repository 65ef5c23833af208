using System.Collections.Immutable;

namespace MamConsole.Protocol.SyncML;

/// <summary>One SyncML document, the body of one HTTP request or response (OMA DM 1.2; docs/reference/protocol.md §3.2).</summary>
/// <param name="Header">The session, the sender and the receiver.</param>
/// <param name="Commands">The elements of SyncBody except for <c>Final</c>, in document order.</param>
/// <param name="Final">Whether this message ends its package.</param>
public sealed record SyncMLMessage(SyncHeader Header, ImmutableArray<SyncCommand> Commands, bool Final);
