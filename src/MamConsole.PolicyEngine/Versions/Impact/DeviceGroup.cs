namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>PCs that stand alike: on one version, with one Windows.</summary>
/// <param name="VersionId">The version that they acknowledged last; 0 = none.</param>
/// <param name="Build">Windows' build; null when enrollment named none.</param>
/// <param name="Edition">Windows' edition by its number; null when not known.</param>
/// <param name="IsStale">Whether they have not called for long.</param>
/// <param name="Devices">How many.</param>
public sealed record DeviceGroup(long VersionId, int? Build, int? Edition, bool IsStale, int Devices);
