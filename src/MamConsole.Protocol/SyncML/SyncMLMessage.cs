using System.Collections.Immutable;

namespace MamConsole.Protocol.SyncML;

/// <summary>One SyncML document: what one HTTP request or answer carries (OMA DM 1.2; docs/reference/protocol.md §3.2).</summary>
/// <param name="Header">Who speaks to whom, in which session.</param>
/// <param name="Commands">Everything in SyncBody but <c>Final</c>, in document order.</param>
/// <param name="Final">Whether this message ends its package.</param>
public sealed record SyncMLMessage(SyncHeader Header, ImmutableArray<SyncCommand> Commands, bool Final);
