using System.Collections.Immutable;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Sync;

/// <summary>One message's worth of a step.</summary>
/// <param name="Device">As it was loaded.</param>
/// <param name="Before">The step before the message; null when it begins with it.</param>
/// <param name="After">The step after it.</param>
/// <param name="Context">What it was decided by.</param>
/// <param name="Known">The device's deviations before.</param>
/// <param name="DeviceInfo">What the first package said of the device (DevInfo), when the step begins with the message.</param>
/// <param name="SessionId">The session, as the device names it.</param>
/// <param name="SentIn">The MsgID of our message that it answers; 0 at the beginning.</param>
/// <param name="Now">The time of the call.</param>
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
