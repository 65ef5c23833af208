using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>What a device does after an answer: send another message, or end the session. Exactly one of both is present.</summary>
/// <param name="Session">The session afterwards, with the tree as the answer's commands left it.</param>
/// <param name="Next">The message to send.</param>
/// <param name="End">Why there is nothing more to send.</param>
/// <param name="Executed">The commands of the answer, one entry for each item, in document order.</param>
public sealed record DeviceExchange(
    DeviceSession Session,
    SyncMLMessage? Next,
    DeviceSessionEnd? End,
    ImmutableArray<ExecutedCommand> Executed
);
