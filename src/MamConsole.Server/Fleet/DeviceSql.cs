using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.Csp;

namespace MamConsole.Server.Fleet;

/// <summary>SQL expressions that several queries share, over <c>enrollments e</c> and <c>device_state s</c>.</summary>
internal static class DeviceSql
{
    /// <summary>
    /// When the device was last in contact, in Unix milliseconds: <see cref="DeviceSyncState.LastContact"/>, or the time of the enrollment
    /// before the first check-in.
    /// </summary>
    public const string LastContact = "coalesce(s.last_contact, e.enrolled_at)";

    /// <summary>
    /// Whether the Windows version of the device enforces WIP, as in <see cref="DeviceCapability.EnforcesWip"/>: 1 = yes, 0 = no, 2 =
    /// unknown build.
    /// </summary>
    public static readonly string EnforcesWip =
        $"CASE WHEN e.os_build IS NULL THEN 2 WHEN e.os_build >= {CspNode.FirstBuildWithMam} "
        + $"AND e.os_build < {DeviceCapability.FirstBuildWithoutWip} THEN 1 ELSE 0 END";
}
