using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.Session;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Sync;

/// <summary>The input of processing a message for device actions.</summary>
/// <param name="Device">The device as loaded.</param>
/// <param name="Session">The live session that the message continues; null for a new session.</param>
/// <param name="Package">The parsed message.</param>
/// <param name="SessionId">The session ID that the device chose.</param>
/// <param name="SizeBudget">The available size of the response; null when the device accepts no commands now, or when the deployment step
/// sends some.</param>
/// <param name="Now">The time of the request.</param>
internal sealed record DeviceActionExchange(
    DeviceRecord Device,
    StoredSession? Session,
    ReceivedPackage Package,
    string SessionId,
    MessageSizeBudget? SizeBudget,
    DateTimeOffset Now
);
