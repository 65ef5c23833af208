using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Server.Fleet;

/// <summary>A setting error or drift with its age and the session in which it was detected.</summary>
internal sealed record KnownSettingDeviation(SettingDeviation Deviation, DateTimeOffset Since, string SessionId);
