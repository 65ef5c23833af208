using System.Collections.Immutable;

namespace MamConsole.Protocol.Session;

/// <summary>
/// What the server remembers of a device's session between two messages. There is at most one for each enrollment
/// (docs/reference/protocol.md §4.1).
/// </summary>
/// <param name="SessionId">As the device gave it; ids repeat, so it names the session only together with the enrollment.</param>
/// <param name="LastMessageId">The MsgID answered last.</param>
/// <param name="LastBodyHash">The hash of that message's bytes (<see cref="ServerSession.HashOf"/>).</param>
/// <param name="SentIn">The MsgID of our message that carried <paramref name="Outstanding"/>; 0 when none was sent.</param>
/// <param name="Outstanding">The commands of that message, those inside Atomic and Sequence too.</param>
/// <param name="Chunk">A large object of which more is to come, when there is one.</param>
public sealed record LiveSession(
    string SessionId,
    int LastMessageId,
    string LastBodyHash,
    int SentIn,
    ImmutableArray<SentCommand> Outstanding,
    PartialReading? Chunk = null
);
