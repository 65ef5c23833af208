using System.Collections.Immutable;
using MamConsole.PolicyEngine.Nodes;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The commands that bring a device from its current state to the desired state.</summary>
/// <param name="Removals">Nodes that must be removed.</param>
/// <param name="Writes">Nodes to write immediately, in the order of sending.</param>
/// <param name="Mode">The WIP mode, when it is to be raised: deferred until all of its prerequisites are acknowledged.</param>
/// <param name="MdmLink">The MDM link, when it is to be written: deferred until the revoke flag was read back.</param>
public sealed record DeploymentStepPlan(
    ImmutableArray<string> Removals,
    ImmutableArray<CompiledNode> Writes,
    CompiledNode? Mode,
    CompiledNode? MdmLink
)
{
    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => Removals.IsEmpty && Writes.IsEmpty && Mode is null && MdmLink is null;
}
