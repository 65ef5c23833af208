using System.Globalization;
using MamConsole.Protocol.Csp;
using MamConsole.Simulator.Tree;
using static MamConsole.Simulator.Tree.Rules;

namespace MamConsole.Simulator.Nodes;

/// <summary>
/// The health values that the device reports (docs/reference/device-reporting.md §2). All nodes are read-only, and none contains the build.
/// </summary>
internal static class DeviceStatusNodes
{
    private const string Root = "./Vendor/MSFT/DeviceStatus";
    private const string NotAvailable = "Not available";

    public static IEnumerable<NodeRule> All { get; } =
    [
        Fixed(Root),
        Int("/SecureBootState", health => health.SecureBoot),
        Fixed(Root + "/Compliance"),
        Fact(Root + "/Compliance/EncryptionCompliance", CspFormat.Bool, tree => tree.Profile.Health.Encrypted ? "1" : "0"),
        Fixed(Root + "/TPM"),
        Fact(Root + "/TPM/SpecificationVersion", CspFormat.Chr, tree => tree.Profile.Health.Tpm ?? NotAvailable),
        Fixed(Root + "/OS"),
        Fact(Root + "/OS/Edition", CspFormat.Chr, tree => Number((int)tree.Profile.Edition)),
        Int("/OS/Mode", health => health.SMode ? 1 : 0) with
        {
            MinimumBuild = 17134,
        },
        Fixed(Root + "/Antivirus"),
        Int("/Antivirus/Status", health => health.Antivirus),
        Int("/Antivirus/SignatureStatus", health => health.AntivirusSignatures),
        Fixed(Root + "/Antispyware"),
        Int("/Antispyware/Status", health => health.Antivirus),
        Int("/Antispyware/SignatureStatus", health => health.AntivirusSignatures),
        Fixed(Root + "/Firewall"),
        Int("/Firewall/Status", health => health.Firewall),
        Fixed(Root + "/UAC"),
        Int("/UAC/Status", _ => 0),
        Fixed(Root + "/DeviceGuard") with
        {
            MinimumBuild = 17134,
        },
        Int("/DeviceGuard/VirtualizationBasedSecurityHwReq", _ => 0) with
        {
            MinimumBuild = 17134,
        },
        Int("/DeviceGuard/VirtualizationBasedSecurityStatus", health => health.VirtualizationBasedSecurity) with
        {
            MinimumBuild = 17134,
        },
        Int("/DeviceGuard/LsaCfgCredGuardStatus", health => health.VirtualizationBasedSecurity) with
        {
            MinimumBuild = 17134,
        },
        Int("/DeviceGuard/HypervisorEnforcedCodeIntegrityStatus", health => health.VirtualizationBasedSecurity) with
        {
            MinimumBuild = 22000,
        },
        Int("/DeviceGuard/SystemGuardStatus", health => health.VirtualizationBasedSecurity) with
        {
            MinimumBuild = 22000,
        },
    ];

    private static NodeRule Int(string name, Func<DeviceHealth, int> read) =>
        Fact(Root + name, CspFormat.Int, tree => Number(read(tree.Profile.Health)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
