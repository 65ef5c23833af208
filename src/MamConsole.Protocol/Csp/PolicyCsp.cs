using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// Policy CSP: what its two areas for MAM, <see cref="NetworkIsolationCsp"/> and <see cref="DeviceLockCsp"/>, share
/// (docs/reference/csp-catalog.json). A policy is written
/// under <c>Config</c>; the value in force, of whatever source, is read under <c>Result</c>.
/// </summary>
public static class PolicyCsp
{
    private static readonly CspBranch At = CspBranch.At("./Device/Vendor/MSFT/Policy");

    public static readonly CspBareNode Policy = At.Node("");

    /// <summary>Holds every area, those of other servers too.</summary>
    public static readonly CspBareNode Config = At.Node("Config", CspAccess.GetAddDelete, CspOccurrence.ZeroOrOne);

    public static readonly CspBareNode Result = At.Node("Result");

    /// <summary>What <see cref="Config"/> of both areas says, as it is read back.</summary>
    public static readonly ImmutableArray<CspNode> Results = [.. NetworkIsolationCsp.All.Concat(DeviceLockCsp.All).Select(ResultOf)];

    /// <summary>Every node above.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. At.Nodes, .. Results];

    /// <summary>An area below <see cref="Config"/>.</summary>
    internal static CspBranch Area(string name) => CspBranch.At($"./Device/Vendor/MSFT/Policy/Config/{name}");

    /// <summary>What Windows holds of a policy may be read even where writing it is to be left.</summary>
    private static CspNode ResultOf(CspNode node) =>
        node with
        {
            Uri = node.ReadUri,
            Access = CspAccess.Get,
            NeedsAtomic = false,
            IsAvoided = false,
        };
}
