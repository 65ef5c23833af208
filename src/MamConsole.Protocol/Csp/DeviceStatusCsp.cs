using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>DeviceStatus CSP: what a device says about its health (csp-catalog.json; device-reporting.md §2). All read only.</summary>
/// <remarks>
/// A 404 means "not available", never "failing". Battery, cellular and network identifiers exist and are left out on purpose: nobody needs them of a
/// personal device.
/// </remarks>
public static class DeviceStatusCsp
{
    private const string Root = "./Vendor/MSFT/DeviceStatus/";

    private static CspNode<T> Read<T>(string name, CspFormat format, int build = 15063) =>
        new() { Uri = Root + name, Format = format, Access = CspAccess.Get, Since = [new WindowsBuild(build)] };

    /// <summary>The edition's number as text, such as <c>101</c> (Home).</summary>
    public static readonly CspNode<string> OsEdition = Read<string>("OS/Edition", CspFormat.Chr);

    /// <summary>0 = standard, 1 = S mode.</summary>
    public static readonly CspNode<int> OsMode = Read<int>("OS/Mode", CspFormat.Int, 17134);

    /// <summary>1 (or <c>true</c>) = the system drive is encrypted.</summary>
    public static readonly CspNode<bool> EncryptionCompliance = Read<bool>("Compliance/EncryptionCompliance", CspFormat.Bool);

    /// <summary>0 = not supported, 1 = on, 2 = off.</summary>
    public static readonly CspNode<int> SecureBootState = Read<int>("SecureBootState", CspFormat.Int);

    /// <summary>0 = on and watching; here 0 is good.</summary>
    public static readonly CspNode<int> AntivirusStatus = Read<int>("Antivirus/Status", CspFormat.Int);

    /// <summary>0 = out of date or no product, 1 = current, 2 = not applicable; here 1 is good.</summary>
    public static readonly CspNode<int> AntivirusSignatureStatus = Read<int>("Antivirus/SignatureStatus", CspFormat.Int);

    /// <summary>0 = good; here 0 is good.</summary>
    public static readonly CspNode<int> AntispywareStatus = Read<int>("Antispyware/Status", CspFormat.Int);

    /// <summary>As <see cref="AntivirusSignatureStatus"/>.</summary>
    public static readonly CspNode<int> AntispywareSignatureStatus = Read<int>("Antispyware/SignatureStatus", CspFormat.Int);

    /// <summary>0 = on, 1 = off, 2 = not on all networks, 3 = partly for the moment, 4 = not applicable.</summary>
    public static readonly CspNode<int> FirewallStatus = Read<int>("Firewall/Status", CspFormat.Int);

    /// <summary>Starts with <c>2.0</c> or <c>1.2</c>; <c>Not available</c> without a TPM.</summary>
    public static readonly CspNode<string> TpmSpecificationVersion = Read<string>("TPM/SpecificationVersion", CspFormat.Chr);

    /// <summary>0 = running.</summary>
    public static readonly CspNode<int> VirtualizationBasedSecurityStatus =
        Read<int>("DeviceGuard/VirtualizationBasedSecurityStatus", CspFormat.Int, 17134);

    /// <summary>Credential Guard; 0 = running.</summary>
    public static readonly CspNode<int> LsaCfgCredGuardStatus = Read<int>("DeviceGuard/LsaCfgCredGuardStatus", CspFormat.Int, 17134);

    /// <summary>0 = running. From build 22000.</summary>
    public static readonly CspNode<int> HypervisorEnforcedCodeIntegrityStatus =
        Read<int>("DeviceGuard/HypervisorEnforcedCodeIntegrityStatus", CspFormat.Int, 22000);

    /// <summary>0 = running. From build 22000.</summary>
    public static readonly CspNode<int> SystemGuardStatus = Read<int>("DeviceGuard/SystemGuardStatus", CspFormat.Int, 22000);

    /// <summary>A number whose list is unpublished: show it raw.</summary>
    public static readonly CspNode<int> UacStatus = Read<int>("UAC/Status", CspFormat.Int);

    /// <summary>Read in every session in which anything is read.</summary>
    public static readonly ImmutableArray<CspNode> Each =
    [
        EncryptionCompliance, SecureBootState, AntivirusStatus, AntivirusSignatureStatus, AntispywareStatus, AntispywareSignatureStatus, FirewallStatus,
    ];

    /// <summary>Read once a week.</summary>
    public static readonly ImmutableArray<CspNode> Weekly =
    [
        TpmSpecificationVersion, VirtualizationBasedSecurityStatus, LsaCfgCredGuardStatus, HypervisorEnforcedCodeIntegrityStatus, SystemGuardStatus, UacStatus,
    ];

    /// <summary>Read in the first session and once a month.</summary>
    public static readonly ImmutableArray<CspNode> Monthly = [OsEdition, OsMode];

    /// <summary>Every node above.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. Each, .. Weekly, .. Monthly];
}
