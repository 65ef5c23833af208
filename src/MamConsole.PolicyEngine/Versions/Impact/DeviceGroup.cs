namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>PCs with the same version and the same Windows.</summary>
/// <param name="VersionId">The last acknowledged version; 0 = none.</param>
/// <param name="Build">The Windows build; null when enrollment reported none.</param>
/// <param name="Edition">The number of the Windows edition; null when not known.</param>
/// <param name="IsStale">Whether they have not been seen for a long time.</param>
/// <param name="Devices">The number of PCs.</param>
public sealed record DeviceGroup(long VersionId, int? Build, int? Edition, bool IsStale, int Devices);
