using MamConsole.Simulator.Tree;
using static MamConsole.Simulator.Tree.Rules;

namespace MamConsole.Simulator.Nodes;

/// <summary>
/// The two policy areas that MAM may write, and their effective values (docs/reference/wip-authoring.md §6; docs/reference/eas.md §3).
/// </summary>
internal static class PolicyNodes
{
    private const string Root = "./Vendor/MSFT/Policy";
    private const string Network = Root + "/Config/NetworkIsolation";
    private const string Lock = Root + "/Config/DeviceLock";

    public const string IpRange = Network + "/EnterpriseIPRange";
    public const string NetworkDomains = Network + "/EnterpriseNetworkDomainNames";

    private static readonly NodeRule[] Written =
    [
        Text(Network + "/EnterpriseCloudResources"),
        Text(IpRange),
        Text(NetworkDomains),
        Text(Network + "/EnterpriseInternalProxyServers"),
        Text(Network + "/EnterpriseProxyServers"),
        Text(Network + "/NeutralResources"),
        OneOf(Network + "/EnterpriseIPRangesAreAuthoritative", 0, 1),
        OneOf(Network + "/EnterpriseProxyServersAreAuthoritative", 0, 1),
        OneOf(Lock + "/DevicePasswordEnabled", 0, 1),
        OneOf(Lock + "/AllowSimpleDevicePassword", 0, 1),
        Number(Lock + "/AlphanumericDevicePasswordRequired", 0, 2),
        Number(Lock + "/MinDevicePasswordComplexCharacters", 1, 4),
        OneOf(Lock + "/MinDevicePasswordLength", 0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
        OneOf(Lock + "/MaxDevicePasswordFailedAttempts", 0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
        Number(Lock + "/MaxInactivityTimeDeviceLock", 0, 999),
        Number(Lock + "/DevicePasswordExpiration", 0, 730),
        Number(Lock + "/DevicePasswordHistory", 0, 50),
    ];

    public static IEnumerable<NodeRule> All { get; } =
    [
        Fixed(Root),
        Fixed(Root + "/Config"),
        Fixed(Root + "/Result"),
        .. new[] { Network, Lock }.SelectMany(area => new[] { OnHome(Fixed(area)), OnHome(Fixed(InForce(area))) }),
        .. Written.SelectMany(rule => new[] { OnHome(rule), OnHome(Result(rule)) }),
    ];

    /// <summary>The value of Group Policy, otherwise the written value; 404 when neither exists.</summary>
    private static NodeRule Result(NodeRule written) =>
        new()
        {
            Pattern = InForce(written.Pattern),
            Format = written.Format,
            Permanent = true,
            Read = (tree, _) =>
                tree.GroupPolicy.GetValueOrDefault(written.Pattern[(Root + "/Config/").Length..]) ?? tree.Stored(written.Pattern),
        };

    private static NodeRule OnHome(NodeRule rule) =>
        rule with
        {
            HomeInDoubt = rule.Pattern.Contains("/NetworkIsolation", StringComparison.Ordinal),
        };

    private static string InForce(string pattern) => pattern.Replace("/Policy/Config/", "/Policy/Result/", StringComparison.Ordinal);
}
