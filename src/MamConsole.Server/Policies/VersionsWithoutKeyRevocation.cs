using MamConsole.Protocol.Csp;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Policies;

/// <summary>Lists the versions in use that keep encryption keys on MDM handoff.</summary>
internal sealed class VersionsWithoutKeyRevocation(FleetCounters counters, VersionStore versions)
{
    /// <summary>Returns version ids; at most as many as there are versions on PCs.</summary>
    public async Task<long[]> ListAsync(CancellationToken ct)
    {
        var withoutRevocation = new List<long>();
        foreach (var id in await counters.AcknowledgedAsync(ct))
        {
            if (
                (await versions.NodesAsync(id, ct)).Nodes.Any(node =>
                    node.LocUri == EnterpriseDataProtectionCsp.RevokeOnMDMHandoff.Uri && node.Value == "0"
                )
            )
            {
                withoutRevocation.Add(id);
            }
        }

        return [.. withoutRevocation];
    }
}
