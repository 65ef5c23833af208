using MamConsole.Simulator.Tree;
using static MamConsole.Simulator.Tree.Rules;

namespace MamConsole.Simulator.Nodes;

/// <summary>
/// The PIN settings of Windows Hello for Business, for the device and for its user (docs/reference/eas.md §3, §6). The node of the tenant
/// must be added before the nodes below it are replaced.
/// </summary>
internal static class PassportForWorkNodes
{
    public static IEnumerable<NodeRule> All { get; } =
    [.. Scope("./Vendor/MSFT/PassportForWork"), .. Device("./Vendor/MSFT/PassportForWork"), .. Scope("./User/Vendor/MSFT/PassportForWork")];

    private static IEnumerable<NodeRule> Scope(string root)
    {
        var (policies, pin) = (root + "/{TenantId}/Policies", root + "/{TenantId}/Policies/PINComplexity");
        return
        [
            Fixed(root),
            Branch(root + "/{TenantId}") with
            {
                NameCheck = name => Guid.TryParseExact(name, "D", out _),
            },
            Branch(policies),
            Switch(policies + "/UsePassportForWork"),
            Switch(policies + "/RequireSecurityDevice"),
            Switch(policies + "/EnablePinRecovery"),
            Branch(pin),
            Number(pin + "/MinimumPINLength", 4, 127),
            Number(pin + "/MaximumPINLength", 4, 127),
            Number(pin + "/UppercaseLetters", 0, 2),
            Number(pin + "/LowercaseLetters", 0, 2),
            Number(pin + "/SpecialCharacters", 0, 2),
            Number(pin + "/Digits", 0, 2),
            Number(pin + "/History", 0, 50),
            Number(pin + "/Expiration", 0, 730),
        ];
    }

    /// <summary>Returns the nodes that exist for the device only.</summary>
    private static IEnumerable<NodeRule> Device(string root) =>
        [
            Branch(root + "/{TenantId}/Policies/ExcludeSecurityDevices"),
            Switch(root + "/{TenantId}/Policies/ExcludeSecurityDevices/TPM12"),
            Branch(root + "/{TenantId}/Policies/Remote"),
            Switch(root + "/{TenantId}/Policies/Remote/UseRemotePassport"),
            Switch(root + "/{TenantId}/Policies/UseCertificateForOnPremAuth"),
            Fixed(root + "/Biometrics"),
            Switch(root + "/Biometrics/UseBiometrics"),
            Switch(root + "/Biometrics/FacialFeaturesUseEnhancedAntiSpoofing"),
        ];
}
