using MamConsole.PolicyEngine.Findings;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Nodes;

/// <summary>
/// Checks the LocURIs of nodes: below this server's own provider and tenant, and no nodes that exist only in previews of Windows
/// (docs/reference/eas.md, docs/reference/handoff.md).
/// </summary>
internal static class NodeLocationRules
{
    private const string DeviceLock = "/Policy/Config/DeviceLock/";

    /// <param name="node">The node with its placeholders filled.</param>
    /// <param name="options">What they must be filled with.</param>
    public static IEnumerable<Finding> Check(CompiledNode node, CompilerOptions options)
    {
        if (After(node.LocUri, "/DMClient/Provider/") is { } provider && provider != Uri.EscapeDataString(options.ProviderId))
        {
            yield return new(
                "HO-PROV-01",
                Severity.Block,
                node.LocUri,
                "The node is below another provider than the one that enrollment assigns; case matters."
            );
        }

        if (After(node.LocUri, "/PassportForWork/") is { } tenant && !Guid.TryParseExact(tenant, "D", out _))
        {
            yield return new("PIN-10", Severity.Block, node.LocUri, "The tenant must be a GUID without braces.");
        }

        if (
            node.LocUri.Contains(DeviceLock, StringComparison.OrdinalIgnoreCase)
            && !DeviceLockCsp.All.Any(known => known.Uri == node.LocUri)
        )
        {
            yield return new("DL-07", Severity.Block, node.LocUri, "This node exists only in previews of Windows, or not at all. Omit it.");
        }
    }

    /// <summary>Returns the next segment, or null when the LocURI has another path.</summary>
    private static string? After(string locUri, string way)
    {
        var at = locUri.IndexOf(way, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : locUri[(at + way.Length)..].Split('/')[0];
    }
}
