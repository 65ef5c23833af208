using MamConsole.PolicyEngine.Findings;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Nodes;

/// <summary>
/// Where nodes may stand: below this server's own provider and tenant, and none that only previews of Windows have (docs/reference/eas.md,
/// docs/reference/handoff.md).
/// </summary>
internal static class NodeLocationRules
{
    private const string DeviceLock = "/Policy/Config/DeviceLock/";

    /// <param name="node">With its open places filled.</param>
    /// <param name="options">What they must be filled with.</param>
    public static IEnumerable<Finding> Check(CompiledNode node, CompilerOptions options)
    {
        if (After(node.LocUri, "/DMClient/Provider/") is { } provider && provider != Uri.EscapeDataString(options.ProviderId))
        {
            yield return new(
                "HO-PROV-01",
                Severity.Block,
                node.LocUri,
                "It stands below another provider than the one that enrollment hands out, letter case included."
            );
        }

        if (After(node.LocUri, "/PassportForWork/") is { } tenant && !Guid.TryParseExact(tenant, "D", out _))
        {
            yield return new("PIN-10", Severity.Block, node.LocUri, "The tenant is a GUID without braces.");
        }

        if (
            node.LocUri.Contains(DeviceLock, StringComparison.OrdinalIgnoreCase)
            && !DeviceLockCsp.All.Any(known => known.Uri == node.LocUri)
        )
        {
            yield return new("DL-07", Severity.Block, node.LocUri, "Only previews of Windows have it, or none at all. Leave it out.");
        }
    }

    /// <summary>The step that follows; null when the address does not go that way.</summary>
    private static string? After(string locUri, string way)
    {
        var at = locUri.IndexOf(way, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : locUri[(at + way.Length)..].Split('/')[0];
    }
}
