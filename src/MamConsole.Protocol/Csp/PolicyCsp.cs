using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// Policy CSP: the shared nodes of its two areas for MAM, <see cref="NetworkIsolationCsp"/> and <see cref="DeviceLockCsp"/>
/// (docs/reference/csp-catalog.json). A policy is written under <c>Config</c>; the effective value from any source is read under
/// <c>Result</c>.
/// </summary>
public static class PolicyCsp
{
    private static readonly CspBranch At = CspBranch.At("./Device/Vendor/MSFT/Policy");

    public static readonly CspBareNode Policy = At.Node("");

    /// <summary>The parent of all areas, including those of other servers.</summary>
    public static readonly CspBareNode Config = At.Node("Config", CspAccess.GetAddDelete, CspOccurrence.ZeroOrOne);

    public static readonly CspBareNode Result = At.Node("Result");

    /// <summary>The nodes of both areas under <c>Result</c>.</summary>
    public static readonly ImmutableArray<CspNode> Results = [.. NetworkIsolationCsp.All.Concat(DeviceLockCsp.All).Select(ResultOf)];

    /// <summary>All nodes of this provider.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. At.Nodes, .. Results];

    /// <summary>Creates an area below <see cref="Config"/>.</summary>
    internal static CspBranch Area(string name) => CspBranch.At($"./Device/Vendor/MSFT/Policy/Config/{name}");

    /// <summary>The effective value of a policy may be read even if this server never writes the policy.</summary>
    private static CspNode ResultOf(CspNode node) =>
        node with
        {
            Uri = node.ReadUri,
            Access = CspAccess.Get,
            NeedsAtomic = false,
            IsAvoided = false,
        };
}
