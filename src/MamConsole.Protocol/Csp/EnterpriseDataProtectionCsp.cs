using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>EnterpriseDataProtection CSP: the settings of Windows Information Protection (csp-catalog.json; wip-authoring.md §1, §7, §8).</summary>
/// <remarks>While the clean-up after switching protection off runs, writes fail and are worth sending again next session (protocol.md §6.3).</remarks>
public static class EnterpriseDataProtectionCsp
{
    private const string Root = "./Device/Vendor/MSFT/EnterpriseDataProtection";

    private static CspNode<T> Setting<T>(string name, CspFormat format, int build = 15063) =>
        new() { Uri = $"{Root}/Settings/{name}", Format = format, Since = [new WindowsBuild(build)] };

    /// <summary>0 = off and decrypt what is protected, 1 = audit silently, 2 = ask and allow override, 3 = block.</summary>
    public static readonly CspNode<int> EDPEnforcementLevel = Setting<int>("EDPEnforcementLevel", CspFormat.Int);

    /// <summary>Enterprise identities in canonical form, parted by <c>|</c>; the first is the primary one, which owns the keys.</summary>
    public static readonly CspNode<string> EnterpriseProtectedDomainNames = Setting<string>("EnterpriseProtectedDomainNames", CspFormat.Chr);

    /// <summary>The EFS recovery blob, base64 (wip-authoring.md §4).</summary>
    public static readonly CspNode<string> DataRecoveryCertificate = Setting<string>("DataRecoveryCertificate", CspFormat.B64);

    /// <summary>1 = unenrolling revokes the keys (default): work files become unreadable; 0 = they stay readable.</summary>
    public static readonly CspNode<int> RevokeOnUnenroll = Setting<int>("RevokeOnUnenroll", CspFormat.Int);

    /// <summary>1 = moving from MAM to MDM revokes the keys (default), 0 = keeps them.</summary>
    public static readonly CspNode<int> RevokeOnMDMHandoff = Setting<int>("RevokeOnMDMHandoff", CspFormat.Int);

    /// <summary>A template's GUID; acts only beside AllowAzureRMSForEDP = 1. Empty = the default template.</summary>
    public static readonly CspNode<string> RMSTemplateIDForEDP = Setting<string>("RMSTemplateIDForEDP", CspFormat.Chr);

    /// <summary>1 = Azure RMS protects work files on removable drives, 0 = it does not (default).</summary>
    public static readonly CspNode<int> AllowAzureRMSForEDP = Setting<int>("AllowAzureRMSForEDP", CspFormat.Int);

    /// <summary>File extensions parted by <c>;</c> that are encrypted when copied from a work share; absent = every file.</summary>
    public static readonly CspNode<string> SMBAutoEncryptedFileExtensions = Setting<string>("SMBAutoEncryptedFileExtensions", CspFormat.Chr);

    /// <summary>1 = work files and apps carry an overlay icon, 0 = they do not (default).</summary>
    public static readonly CspNode<int> EDPShowIcons = Setting<int>("EDPShowIcons", CspFormat.Int);

    /// <summary>
    /// A bit mask, read only: bit 0 protection is on, bit 1 app rules are there, bit 3 the mandatory settings are there. Mask it, never compare it.
    /// </summary>
    public static readonly CspNode<int> Status = new() { Uri = $"{Root}/Status", Format = CspFormat.Int, Access = CspAccess.Get };

    /// <summary>Every node above.</summary>
    public static readonly ImmutableArray<CspNode> All =
    [
        EDPEnforcementLevel, EnterpriseProtectedDomainNames, DataRecoveryCertificate, RevokeOnUnenroll, RevokeOnMDMHandoff, RMSTemplateIDForEDP,
        AllowAzureRMSForEDP, SMBAutoEncryptedFileExtensions, EDPShowIcons, Status,
    ];
}
