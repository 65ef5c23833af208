using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>
/// The result of processing a response: another message to send, or the end of the session. Exactly one of both is present.
/// </summary>
/// <param name="Session">The session afterwards, with the tree as the commands of the response left it.</param>
/// <param name="Next">The message to send.</param>
/// <param name="End">Why no message is to be sent.</param>
/// <param name="Executed">The commands of the response, one entry for each item, in document order.</param>
public sealed record DeviceExchange(
    DeviceSession Session,
    SyncMLMessage? Next,
    DeviceSessionEnd? End,
    ImmutableArray<ExecutedCommand> Executed
);
