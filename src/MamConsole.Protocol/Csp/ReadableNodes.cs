using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// The nodes that a person may ask a device for: what a MAM server may read at all (device-reporting.md §1), without what is personal and
/// helps nobody, and without what may be large.
/// </summary>
public static class ReadableNodes
{
    /// <summary>What "Read now" tells a person: whether protection is on, and the device's condition. The settings are read by the policy's own step.</summary>
    public static readonly ImmutableArray<string> Now = [EnterpriseDataProtectionCsp.Status.Uri, .. DeviceStatusCsp.Each.Select(n => n.Uri)];

    private static readonly FrozenSet<string> All = new CspNode[][]
    {
        [.. DevInfoCsp.All],
        [.. DeviceStatusCsp.All],
        [.. DMClientCsp.All],
        [.. EnterpriseDataProtectionCsp.All],
        [.. DeviceLockCsp.All],
        [.. NetworkIsolationCsp.All],
        [.. PassportForWorkCsp.All],
        [HealthAttestationCsp.Status],
    }.SelectMany(nodes => nodes).Where(n => n.Access.HasFlag(CspAccess.Get) && n.Format != CspFormat.Null).Select(n => n.ReadUri).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a device may be asked for it.</summary>
    /// <param name="locUri">Complete, as it is sent.</param>
    /// <param name="fill">Puts this server's names into a LocURI of the list.</param>
    public static bool Contains(string locUri, Func<string, string> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        return All.Any(known => string.Equals(fill(known), locUri, StringComparison.Ordinal));
    }
}
