using MamConsole.PolicyEngine.Nodes;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The capabilities of a device's Windows.</summary>
/// <param name="Build">The OS build from enrollment; null when none was reported, and then everything is sent.</param>
public sealed record DeviceCapability(int? Build)
{
    /// <summary>The first build without WIP: its CSP still returns 200 but enforces nothing (docs/reference/wip-authoring.md §0).</summary>
    public const int FirstBuildWithoutWip = 26100;

    /// <summary>Whether the node exists on this build.</summary>
    public bool Takes(CompiledNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Build is not { } build || build >= node.MinimumBuild;
    }

    /// <summary>Whether this Windows enforces WIP; null when its build is not known.</summary>
    public bool? EnforcesWip =>
        Build is { } build ? build is >= MamConsole.Protocol.Csp.CspNode.FirstBuildWithMam and < FirstBuildWithoutWip : null;
}
