using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>Checks nodes of EnterpriseDataProtection (docs/reference/wip-authoring.md §4, §7).</summary>
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
            yield return new(code, Severity.Block, node.LocUri, "The value must be 0 or 1.");
        }

        if (node.LocUri.EndsWith($"{Settings}AllowUserDecryption", StringComparison.OrdinalIgnoreCase))
        {
            yield return new("W-OBS-01", Severity.Block, node.LocUri, "Windows ignores this node since version 1703. Omit it.");
        }

        if (node.LocUri.EndsWith($"{Settings}RequireProtectionUnderLockConfig", StringComparison.OrdinalIgnoreCase))
        {
            yield return new("W-OBS-02", Severity.Block, node.LocUri, "This node was only for phones. Omit it.");
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
            return "The value is not Base64.";
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
