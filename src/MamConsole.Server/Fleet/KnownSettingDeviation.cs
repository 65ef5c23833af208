using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Server.Fleet;

/// <summary>A deviation with its age and the session that brought it.</summary>
internal sealed record KnownSettingDeviation(SettingDeviation Deviation, DateTimeOffset Since, string SessionId);
