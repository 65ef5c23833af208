using System.Collections.Immutable;

namespace MamConsole.Protocol.Session;

/// <summary>
/// The state of a device's session that the server stores between two messages. There is at most one for each enrollment
/// (docs/reference/protocol.md §4.1).
/// </summary>
/// <param name="SessionId">
/// The id that the device chose. Ids repeat, so it identifies the session only together with the enrollment.
/// </param>
/// <param name="LastMessageId">The MsgID of the last answered message.</param>
/// <param name="LastBodyHash">The hash of the bytes of that message (<see cref="ServerSession.HashOf"/>).</param>
/// <param name="SentIn">The MsgID of the server's message with <paramref name="Outstanding"/>; 0 when none was sent.</param>
/// <param name="Outstanding">The commands of that message, including those inside Atomic and Sequence.</param>
/// <param name="Chunk">An incomplete large object; null for none.</param>
public sealed record LiveSession(
    string SessionId,
    int LastMessageId,
    string LastBodyHash,
    int SentIn,
    ImmutableArray<SentCommand> Outstanding,
    PartialReading? Chunk = null
);
