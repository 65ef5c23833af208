using MamConsole.PolicyEngine.Nodes;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>What this Windows can take.</summary>
/// <param name="Build">The OS build that enrollment named; null when it named none, then everything is tried.</param>
public sealed record DeviceCapability(int? Build)
{
    /// <summary>
    /// The first build without WIP: its CSP still answers 200 and nothing is protected (docs/reference/wip-authoring.md §0).
    /// </summary>
    public const int FirstBuildWithoutWip = 26100;

    /// <summary>Whether the node exists on this build.</summary>
    public bool Takes(CompiledNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Build is not { } build || build >= node.MinimumBuild;
    }

    /// <summary>Whether this Windows enforces WIP at all; null when its build is not known.</summary>
    public bool? EnforcesWip =>
        Build is { } build ? build is >= MamConsole.Protocol.Csp.CspNode.FirstBuildWithMam and < FirstBuildWithoutWip : null;
}
