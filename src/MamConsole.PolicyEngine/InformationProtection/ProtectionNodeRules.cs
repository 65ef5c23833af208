using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>What nodes of EnterpriseDataProtection must look like (docs/reference/wip-authoring.md §4, §7).</summary>
internal static class ProtectionNodeRules
{
    private const string Settings = "EnterpriseDataProtection/Settings/";

    private static readonly Dictionary<string, string> Flags = new(StringComparer.Ordinal)
    {
        [EnterpriseDataProtectionCsp.AllowAzureRMSForEDP.Uri] = "W-RMS-01",
        [EnterpriseDataProtectionCsp.EDPShowIcons.Uri] = "W-ICO-01",
        [EnterpriseDataProtectionCsp.RevokeOnUnenroll.Uri] = "W-REV-01",
        [EnterpriseDataProtectionCsp.RevokeOnMDMHandoff.Uri] = "W-REV-03",
    };

    public static IEnumerable<Finding> Check(CompiledNode node)
    {
        if (Flags.TryGetValue(node.LocUri, out var code) && node.Value is not ("0" or "1"))
        {
            yield return new(code, Severity.Block, node.LocUri, "It takes 0 or 1.");
        }

        if (node.LocUri.EndsWith($"{Settings}AllowUserDecryption", StringComparison.OrdinalIgnoreCase))
        {
            yield return new("W-OBS-01", Severity.Block, node.LocUri, "Windows ignores it since 1703. Leave it out.");
        }

        if (node.LocUri.EndsWith($"{Settings}RequireProtectionUnderLockConfig", StringComparison.OrdinalIgnoreCase))
        {
            yield return new("W-OBS-02", Severity.Block, node.LocUri, "It was for phones alone. Leave it out.");
        }

        if (node.LocUri == EnterpriseDataProtectionCsp.DataRecoveryCertificate.Uri && BlobFault(node.Value) is { } fault)
        {
            yield return new("W-DRA-05", Severity.Block, node.LocUri, fault);
        }
    }

    private static string? BlobFault(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return "It is not base64.";
        }

        try
        {
            _ = EfsRecoveryBlob.Parse(bytes.AsMemory(0, length));
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }
}
