using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// The nodes that a person may ask a device for: every value that a MAM server may read at all (<see cref="CspCatalogue"/>), but what is
/// secret, what tells
/// about the person, and what may be large.
/// </summary>
public static class ReadableNodes
{
    /// <summary>
    /// What "Read now" tells a person: whether protection is on, and the device's condition. The settings are read by the policy's own
    /// step.
    /// </summary>
    public static readonly ImmutableArray<string> Now =
    [
        EnterpriseDataProtectionCsp.Status.Uri,
        .. DeviceStatusCsp.Each.Select(n => n.Uri),
    ];

    /// <summary>Names that belong to this server: others' are none of our business.</summary>
    private static readonly ImmutableArray<string> Ours = [DMClientCsp.ProviderIdPlaceholder, PassportForWorkCsp.TenantIdPlaceholder];

    /// <summary>The address to ask for, as this server spells it; null = a person may not ask for it.</summary>
    /// <param name="locUri">Complete, however it is spelled.</param>
    /// <param name="fill">Puts this server's names into a LocURI.</param>
    public static string? Find(string locUri, Func<string, string> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        return
            CspCatalogue.Find(locUri) is { } match
            && MayBeRead(match.Node)
            && match.Names.All(name =>
                !Ours.Contains(name.Placeholder)
                || string.Equals(Uri.EscapeDataString(name.Name), fill(name.Placeholder), StringComparison.Ordinal)
            )
            ? match.LocUri
            : null;
    }

    /// <summary>Whether a device may be asked for it.</summary>
    /// <param name="locUri">Complete, however it is spelled.</param>
    /// <param name="fill">Puts this server's names into a LocURI.</param>
    public static bool Contains(string locUri, Func<string, string> fill) => Find(locUri, fill) is not null;

    private static bool MayBeRead(CspNode node) =>
        node.Use is CspUse.Read or CspUse.Author
        && node.Access.HasFlag(CspAccess.Get)
        && node.Format != CspFormat.Null
        && node is { IsSecret: false, IsReserved: false }
        // A policy's value in force stands under Result; Config tells only what was written.
        && node.ReadUri == node.Uri;
}
