using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// The nodes that a person may read from a device: all readable values of <see cref="CspCatalogue"/> except for secrets, personal data and
/// potentially large values.
/// </summary>
public static class ReadableNodes
{
    /// <summary>
    /// The nodes of the "Read now" action: the protection state and the health values. The deployment step of the policy reads the
    /// settings.
    /// </summary>
    public static readonly ImmutableArray<string> Now =
    [
        EnterpriseDataProtectionCsp.Status.Uri,
        .. DeviceStatusCsp.Each.Select(n => n.Uri),
    ];

    /// <summary>The placeholders for names that belong to this server. Nodes of other servers are not read.</summary>
    private static readonly ImmutableArray<string> Ours = [DMClientCsp.ProviderIdPlaceholder, PassportForWorkCsp.TenantIdPlaceholder];

    /// <summary>Returns the canonical address to read; null when a person may not read it.</summary>
    /// <param name="locUri">The complete address in any spelling.</param>
    /// <param name="fill">Replaces the placeholders in a LocURI with this server's names.</param>
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

    /// <summary>Returns whether a person may read the node.</summary>
    /// <param name="locUri">The complete address in any spelling.</param>
    /// <param name="fill">Replaces the placeholders in a LocURI with this server's names.</param>
    public static bool Contains(string locUri, Func<string, string> fill) => Find(locUri, fill) is not null;

    private static bool MayBeRead(CspNode node) =>
        node.Use is CspUse.Read or CspUse.Author
        && node.Access.HasFlag(CspAccess.Get)
        && node.Format != CspFormat.Null
        && node is { IsSecret: false, IsReserved: false }
        // The effective value of a policy is under Result; Config only contains what was written.
        && node.ReadUri == node.Uri;
}
