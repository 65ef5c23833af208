using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// DeviceStatus CSP: the health values of a device (docs/reference/csp-catalog.json; docs/reference/device-reporting.md §2). All nodes are
/// read-only.
/// </summary>
/// <remarks>
/// A 404 means "not available", never "failing". Cellular and network identifiers and the battery are described but never read, because
/// they are personal data and not required from a personal device.
/// </remarks>
public static class DeviceStatusCsp
{
    /// <summary>The placeholder in LocURIs for the IMEI of a phone, which the PC sets.</summary>
    public const string ImeiPlaceholder = "{IMEI}";

    /// <summary>The placeholder in LocURIs for the address of a network adapter, which the PC sets.</summary>
    public const string MacAddressPlaceholder = "{MacAddress}";

    private const string Missing = "Not available";

    private static readonly ImmutableArray<WindowsBuild> TpmMakers =
    [
        new(19041, 1387),
        new(19042, 1387),
        new(19043, 1387),
        new(19044, 1387),
        new(22000),
    ];

    private static readonly CspBranch At = CspBranch.At("./Vendor/MSFT/DeviceStatus");

    private static readonly CspBranch Phone = At.Below($"CellularIdentities/{ImeiPlaceholder}", isReserved: true);

    private static readonly CspBranch Card = At.Below($"NetworkIdentifiers/{MacAddressPlaceholder}", isReserved: true);

    private static readonly CspBranch Battery = At.Below("Battery", isReserved: true);

    private static readonly CspBranch Attestation = At.Below("CertAttestation", builds: [new(22000, 1165), new(22621)]);

    private static CspNode<string> Text(string name, string? otherwise = null, int? build = null) =>
        At.Text(name, otherwise: otherwise, access: CspAccess.Get, build: build);

    private static CspNode<int> Number(string name, CspRange range, string? otherwise = null, int? build = null) =>
        At.Int(name, range, otherwise, CspAccess.Get, build: build);

    /// <summary>The product number of the edition as text, such as <c>101</c> (Home).</summary>
    public static readonly CspNode<string> OsEdition = Text("OS/Edition", Missing);

    /// <summary>0 = standard, 1 = S mode.</summary>
    public static readonly CspNode<int> OsMode = Number("OS/Mode", CspRange.ZeroOrOne, build: 17134);

    /// <summary>1 (or <c>true</c>) = the system drive is encrypted.</summary>
    public static readonly CspNode<bool> EncryptionCompliance = At.Bool(
        "Compliance/EncryptionCompliance",
        access: CspAccess.Get,
        range: CspRange.ZeroOrOne
    );

    /// <summary>0 = not supported, 1 = on, 2 = off.</summary>
    public static readonly CspNode<int> SecureBootState = Number("SecureBootState", CspRange.Upto(2));

    /// <summary>0 = on and monitoring; 0 is good.</summary>
    public static readonly CspNode<int> AntivirusStatus = Number("Antivirus/Status", CspRange.Upto(4), "3");

    /// <summary>0 = out of date or no product, 1 = current, 2 = not applicable; 1 is good.</summary>
    public static readonly CspNode<int> AntivirusSignatureStatus = Number("Antivirus/SignatureStatus", CspRange.Upto(2), "1");

    /// <summary>0 = good.</summary>
    public static readonly CspNode<int> AntispywareStatus = Number("Antispyware/Status", CspRange.Upto(3), "3");

    /// <summary>Like <see cref="AntivirusSignatureStatus"/>.</summary>
    public static readonly CspNode<int> AntispywareSignatureStatus = Number("Antispyware/SignatureStatus", CspRange.Upto(2), "1");

    /// <summary>0 = on, 1 = off, 2 = not on all networks, 3 = temporarily not on all, 4 = not applicable.</summary>
    public static readonly CspNode<int> FirewallStatus = Number("Firewall/Status", CspRange.Upto(4), "3");

    /// <summary>The TPM version: starts with <c>2.0</c> or <c>1.2</c>; <c>Not available</c> without a TPM.</summary>
    public static readonly CspNode<string> TpmSpecificationVersion = Text("TPM/SpecificationVersion", Missing);

    /// <summary>The TPM manufacturer as a number. With servicing on Windows 10 2004 to 21H2, and from build 22000.</summary>
    public static readonly CspNode<string> TpmManufacturerId = At.Text(
        "TPM/ManufacturerId",
        otherwise: Missing,
        access: CspAccess.Get,
        builds: TpmMakers
    );

    /// <summary>The TPM manufacturer as text.</summary>
    public static readonly CspNode<string> TpmManufacturerIdText = At.Text(
        "TPM/ManufacturerIdTxt",
        otherwise: Missing,
        access: CspAccess.Get,
        builds: TpmMakers
    );

    /// <summary>The version of the TPM firmware.</summary>
    public static readonly CspNode<string> TpmManufacturerVersion = At.Text(
        "TPM/ManufacturerVersion",
        otherwise: Missing,
        access: CspAccess.Get,
        builds: TpmMakers
    );

    /// <summary>The missing requirements of virtualization-based security: a bit mask, 0 = none.</summary>
    public static readonly CspNode<int> VirtualizationBasedSecurityHwReq = Number(
        "DeviceGuard/VirtualizationBasedSecurityHwReq",
        CspRange.Of("0", "1", "2", "4", "8"),
        build: 17134
    );

    /// <summary>The state of virtualization-based security; 0 = running.</summary>
    public static readonly CspNode<int> VirtualizationBasedSecurityStatus = Number(
        "DeviceGuard/VirtualizationBasedSecurityStatus",
        CspRange.Of("0", "1", "2", "3", "4", "5", "42"),
        build: 17134
    );

    /// <summary>The state of Credential Guard; 0 = running.</summary>
    public static readonly CspNode<int> LsaCfgCredGuardStatus = Number("DeviceGuard/LsaCfgCredGuardStatus", CspRange.Upto(4), build: 17134);

    /// <summary>The state of memory integrity (HVCI); 0 = running. From build 22000.</summary>
    public static readonly CspNode<int> HypervisorEnforcedCodeIntegrityStatus = Number(
        "DeviceGuard/HypervisorEnforcedCodeIntegrityStatus",
        CspRange.Upto(3),
        build: 22000
    );

    /// <summary>The state of System Guard; 0 = running. From build 22000.</summary>
    public static readonly CspNode<int> SystemGuardStatus = Number("DeviceGuard/SystemGuardStatus", CspRange.Upto(3), build: 22000);

    /// <summary>1 = protection against direct memory access while the PC starts is on, 2 = it is not. From build 22000.</summary>
    public static readonly CspNode<int> BootDmaProtectionStatus = Number(
        "DMA/BootDMAProtectionStatus",
        CspRange.Of("1", "2"),
        build: 22000
    );

    /// <summary>A number without a published list of values; shown as it is.</summary>
    public static readonly CspNode<int> UacStatus = Number("UAC/Status", CspRange.Any);

    /// <summary>The Active Directory domain. PCs that MAM manages have none; not read.</summary>
    public static readonly CspNode<string> DomainName = At.Text("DomainName", access: CspAccess.Get, reserved: true, build: 17134);

    /// <summary>The attestation of MDM's client certificate; MAM has none. A large document.</summary>
    public static readonly CspNode<string> MdmClientCertAttestation = Attestation.Text(
        "MDMClientCertAttestation",
        access: CspAccess.Get,
        reserved: true
    );

    /// <summary>SIM cards and radio: personal data, never read.</summary>
    public static readonly ImmutableArray<CspNode> Cellular =
    [
        At.Node("CellularIdentities", reserved: true),
        Phone.Node("", occurs: CspOccurrence.ZeroOrMore),
        Phone.Text("IMSI", access: CspAccess.Get),
        Phone.Text("ICCID", access: CspAccess.Get),
        Phone.Text("PhoneNumber", access: CspAccess.Get),
        Phone.Text("CommercializationOperator", access: CspAccess.Get),
        Phone.Bool("RoamingStatus", access: CspAccess.Get, range: CspRange.Any),
        Phone.Bool("RoamingCompliance", access: CspAccess.Get, range: CspRange.Any),
    ];

    /// <summary>Network adapters and their addresses: personal data, never read.</summary>
    public static readonly ImmutableArray<CspNode> Networks =
    [
        At.Node("NetworkIdentifiers", reserved: true),
        Card.Node("", occurs: CspOccurrence.ZeroOrMore),
        Card.Text("IPAddressV4", access: CspAccess.Get),
        Card.Text("IPAddressV6", access: CspAccess.Get),
        Card.Bool("IsConnected", access: CspAccess.Get, range: CspRange.Any),
        Card.Int("Type", CspRange.Upto(2), access: CspAccess.Get),
    ];

    /// <summary>The battery: personal data, never read.</summary>
    public static readonly ImmutableArray<CspNode> Power =
    [
        Battery.Node(""),
        Battery.Int("Status", otherwise: "0", access: CspAccess.Get),
        Battery.Int("EstimatedChargeRemaining", otherwise: "0", access: CspAccess.Get),
        Battery.Int("EstimatedRuntime", otherwise: "0", access: CspAccess.Get),
    ];

    /// <summary>The parents of these nodes.</summary>
    public static readonly ImmutableArray<CspNode> Parents =
    [
        At.Node(""),
        At.Node("Compliance"),
        At.Node("TPM"),
        At.Node("OS"),
        At.Node("Antivirus"),
        At.Node("Antispyware"),
        At.Node("Firewall"),
        At.Node("UAC"),
        At.Node("DeviceGuard", build: 17134),
        At.Node("DMA", build: 22000),
        Attestation.Node(""),
    ];

    /// <summary>The nodes that are read whenever any is read.</summary>
    public static readonly ImmutableArray<CspNode> Each =
    [
        EncryptionCompliance,
        SecureBootState,
        AntivirusStatus,
        AntivirusSignatureStatus,
        AntispywareStatus,
        AntispywareSignatureStatus,
        FirewallStatus,
    ];

    /// <summary>The nodes that are read once a week.</summary>
    public static readonly ImmutableArray<CspNode> Weekly =
    [
        TpmSpecificationVersion,
        VirtualizationBasedSecurityStatus,
        LsaCfgCredGuardStatus,
        HypervisorEnforcedCodeIntegrityStatus,
        SystemGuardStatus,
        UacStatus,
    ];

    /// <summary>The nodes that are read in the first session and once a month.</summary>
    public static readonly ImmutableArray<CspNode> Monthly = [OsEdition, OsMode];

    /// <summary>All nodes that this server reads, in any schedule.</summary>
    public static readonly ImmutableArray<CspNode> Requested = [.. Each, .. Weekly, .. Monthly];

    /// <summary>All nodes of this provider.</summary>
    public static readonly ImmutableArray<CspNode> All = At.Nodes;
}
