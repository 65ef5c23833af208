using System.Collections.Immutable;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Sync;

/// <summary>The part of a deployment step that belongs to one message.</summary>
/// <param name="Device">The device as loaded.</param>
/// <param name="Before">The step before the message; null when the message starts it.</param>
/// <param name="After">The step after the message.</param>
/// <param name="Context">The context in which the step was decided.</param>
/// <param name="Known">The device's setting errors and drift before the message.</param>
/// <param name="DeviceInfo">DevInfo of the first package, when the message starts the step.</param>
/// <param name="SessionId">The session ID that the device chose.</param>
/// <param name="SentIn">The MsgID of the server message that it answers; 0 at the start.</param>
/// <param name="Now">The time of the request.</param>
internal sealed record DeploymentStepExchange(
    DeviceRecord Device,
    DeploymentStepSession? Before,
    DeploymentStepSession After,
    DeploymentStepContext Context,
    IReadOnlyList<KnownSettingDeviation> Known,
    ImmutableDictionary<string, string> DeviceInfo,
    string SessionId,
    int SentIn,
    DateTimeOffset Now
);
