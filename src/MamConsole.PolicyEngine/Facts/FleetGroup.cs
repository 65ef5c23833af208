namespace MamConsole.PolicyEngine.Facts;

/// <summary>PCs to which the same row of the handoff table applies.</summary>
/// <param name="IsHome">Whether they run a Home edition.</param>
/// <param name="IsTooOld">Whether their Windows is older than the first build with the MDM link.</param>
/// <param name="RetainsKeys">Whether RevokeOnMDMHandoff was read back as 0.</param>
/// <param name="Devices">The number of PCs.</param>
public sealed record FleetGroup(bool IsHome, bool IsTooOld, bool RetainsKeys, int Devices);
