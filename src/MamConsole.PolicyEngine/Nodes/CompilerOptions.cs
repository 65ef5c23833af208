using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Nodes;

/// <summary>The facts about this server that the compiler requires; their hash is stored with every version.</summary>
/// <param name="ProviderId">The PROVIDER-ID of the devices' enrollments, which is part of DMClient's LocURIs.</param>
/// <param name="TenantId">The Entra tenant, which is part of PassportForWork's LocURIs.</param>
public sealed record CompilerOptions(string ProviderId, Guid TenantId)
{
    /// <summary>
    /// Whether RMSTemplateIDForEDP is written with braces (docs/reference/wip-authoring.md §7: according to the MAM guide, unverified).
    /// </summary>
    public bool BracedRmsTemplate { get; init; } = true;

    /// <summary>Whether SMB file extensions are written with a leading dot (docs/reference/wip-authoring.md §7: unverified).</summary>
    public bool DottedSmbExtensions { get; init; }

    /// <summary>Returns the LocURI with this server's provider and tenant; the AppLocker grouping remains a placeholder.</summary>
    public string Fill(string locUri)
    {
        ArgumentNullException.ThrowIfNull(locUri);
        return locUri
            .Replace(DMClientCsp.ProviderIdPlaceholder, Uri.EscapeDataString(ProviderId), StringComparison.Ordinal)
            .Replace(PassportForWorkCsp.TenantIdPlaceholder, TenantId.ToString("D"), StringComparison.Ordinal);
    }
}
