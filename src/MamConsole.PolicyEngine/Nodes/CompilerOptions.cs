using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Nodes;

/// <summary>What the compiler must know of this server; its hash is kept with every version.</summary>
/// <param name="ProviderId">The PROVIDER-ID of the devices' enrollments: it stands in DMClient's LocURIs.</param>
/// <param name="TenantId">The Entra tenant: it stands in PassportForWork's LocURIs.</param>
public sealed record CompilerOptions(string ProviderId, Guid TenantId)
{
    /// <summary>
    /// Whether RMSTemplateIDForEDP is written with braces (docs/reference/wip-authoring.md §7: MAM guide says so, unverified).
    /// </summary>
    public bool BracedRmsTemplate { get; init; } = true;

    /// <summary>Whether SMB file extensions are written with a leading dot (docs/reference/wip-authoring.md §7: unverified).</summary>
    public bool DottedSmbExtensions { get; init; }

    /// <summary>The LocURI with this server's provider and tenant in it; the AppLocker grouping stays open.</summary>
    public string Fill(string locUri)
    {
        ArgumentNullException.ThrowIfNull(locUri);
        return locUri
            .Replace(DMClientCsp.ProviderIdPlaceholder, Uri.EscapeDataString(ProviderId), StringComparison.Ordinal)
            .Replace(PassportForWorkCsp.TenantIdPlaceholder, TenantId.ToString("D"), StringComparison.Ordinal);
    }
}
