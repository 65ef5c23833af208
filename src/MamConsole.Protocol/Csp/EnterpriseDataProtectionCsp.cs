using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// EnterpriseDataProtection CSP: the settings of Windows Information Protection (docs/reference/csp-catalog.json;
/// docs/reference/wip-authoring.md §1, §7, §8).
/// </summary>
/// <remarks>
/// While Windows cleans up after protection was turned off, writes fail and are to be sent again in the next session
/// (docs/reference/protocol.md §6.3).
/// </remarks>
public static class EnterpriseDataProtectionCsp
{
    private static readonly CspBranch Root = CspBranch.At("./Device/Vendor/MSFT/EnterpriseDataProtection");

    private static readonly CspBranch At = Root.Below("Settings");

    public static readonly CspBareNode Protection = Root.Node("");

    public static readonly CspBareNode Settings = At.Node("");

    /// <summary>0 = off, and protected data is decrypted; 1 = audit silently; 2 = prompt and allow overrides; 3 = block.</summary>
    public static readonly CspNode<int> EDPEnforcementLevel = At.Int("EDPEnforcementLevel", CspRange.Upto(3), "0", occurs: One);

    /// <summary>
    /// Enterprise identities in canonical form, separated by <c>|</c>; the first is the primary one, to which the keys belong.
    /// </summary>
    public static readonly CspNode<string> EnterpriseProtectedDomainNames = At.Text(
        "EnterpriseProtectedDomainNames",
        CspRange.ListBy("|"),
        occurs: One
    );

    /// <summary>The EFS recovery blob, base64 (docs/reference/wip-authoring.md §4).</summary>
    public static readonly CspNode<string> DataRecoveryCertificate = At.Text("DataRecoveryCertificate", format: CspFormat.B64, occurs: One);

    /// <summary>1 = unenrolling revokes the keys and makes work files unreadable (default); 0 = work files stay readable.</summary>
    public static readonly CspNode<int> RevokeOnUnenroll = At.Int("RevokeOnUnenroll", CspRange.ZeroOrOne, "1", occurs: One);

    /// <summary>1 = the MDM handoff revokes the keys (default), 0 = it does not.</summary>
    public static readonly CspNode<int> RevokeOnMDMHandoff = At.Int("RevokeOnMDMHandoff", CspRange.ZeroOrOne, "1", occurs: One);

    /// <summary>The GUID of an RMS template; effective only with AllowAzureRMSForEDP = 1. Empty = the default template.</summary>
    public static readonly CspNode<string> RMSTemplateIDForEDP = At.Text(
        "RMSTemplateIDForEDP",
        CspRange.Form(@"^\{?[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\}?$"),
        occurs: One
    );

    /// <summary>1 = Azure RMS protects work files on removable drives, 0 = it does not (default).</summary>
    public static readonly CspNode<int> AllowAzureRMSForEDP = At.Int("AllowAzureRMSForEDP", CspRange.ZeroOrOne, "0", occurs: One);

    /// <summary>File extensions separated by <c>;</c> that are encrypted when copied from a work share; absent = every file.</summary>
    public static readonly CspNode<string> SMBAutoEncryptedFileExtensions = At.Text("SMBAutoEncryptedFileExtensions", CspRange.ListBy(";"));

    /// <summary>1 = work files and apps have an overlay icon, 0 = they do not (default).</summary>
    public static readonly CspNode<int> EDPShowIcons = At.Int("EDPShowIcons", CspRange.ZeroOrOne, "0", occurs: One);

    /// <summary>Deprecated and without effect; listed, but not used.</summary>
    public static readonly CspNode<int> AllowUserDecryption = At.Int(
        "AllowUserDecryption",
        CspRange.ZeroOrOne,
        "1",
        occurs: One,
        avoid: true,
        deprecated: true
    );

    /// <summary>For phones, without effect on a PC; listed, but not used.</summary>
    public static readonly CspNode<int> RequireProtectionUnderLockConfig = At.Int(
        "RequireProtectionUnderLockConfig",
        CspRange.ZeroOrOne,
        occurs: One,
        avoid: true
    );

    /// <summary>
    /// A bit mask; read-only. Bit 0: protection is on; bit 1: app rules exist; bit 3: the mandatory settings exist. Test single bits; never
    /// compare the whole value.
    /// </summary>
    public static readonly CspNode<int> Status = Root.Int("Status", new CspRange.Flags([1, 2, 8]), access: CspAccess.Get);

    /// <summary>All nodes of this provider.</summary>
    public static readonly ImmutableArray<CspNode> All = Root.Nodes;
}
