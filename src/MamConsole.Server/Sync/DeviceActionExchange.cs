using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.Session;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Sync;

/// <summary>What a message may mean for one-off commands.</summary>
/// <param name="Device">As it was loaded.</param>
/// <param name="Session">The live session that the message continues; null when a session begins.</param>
/// <param name="Package">What the message means.</param>
/// <param name="SessionId">The session, as the device names it.</param>
/// <param name="SizeBudget">How much the answer holds; null when the device takes no commands now, or the policy's step has some for
/// it.</param>
/// <param name="Now">The time of the call.</param>
internal sealed record DeviceActionExchange(
    DeviceRecord Device,
    StoredSession? Session,
    ReceivedPackage Package,
    string SessionId,
    MessageSizeBudget? SizeBudget,
    DateTimeOffset Now
);
