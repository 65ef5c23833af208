using System.Collections.Immutable;
using MamConsole.PolicyEngine.Nodes;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>What a device still needs to come from what it has to what it should have.</summary>
/// <param name="Removals">Nodes that no longer belong there.</param>
/// <param name="Writes">Nodes to write at once, in the order of sending.</param>
/// <param name="Mode">The protection mode, when it is to be raised: waits until everything under it is acknowledged.</param>
/// <param name="MdmLink">The MDM link, when it is to be written: waits until the revoke flag was read back.</param>
public sealed record DeploymentStepPlan(
    ImmutableArray<string> Removals,
    ImmutableArray<CompiledNode> Writes,
    CompiledNode? Mode,
    CompiledNode? MdmLink
)
{
    /// <summary>Whether nothing at all is to be sent.</summary>
    public bool IsEmpty => Removals.IsEmpty && Writes.IsEmpty && Mode is null && MdmLink is null;
}
