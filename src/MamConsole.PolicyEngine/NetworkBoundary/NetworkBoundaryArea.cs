using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.NetworkBoundary;

internal static class NetworkBoundaryArea
{
    public static readonly AreaDescriptor<NetworkBoundarySettings, NetworkBoundaryRules> Descriptor = new()
    {
        Name = "networkBoundary",
        Key = "network",
        Title = NetworkBoundaryWords.Area,
        Introduction = "Defines where work data is stored. Data from these locations counts as work; all other data is personal.",
        Settings = NetworkBoundaryCatalog.Settings.Settings,
        Validator = new NetworkBoundaryValidator(),
        Parse = (s, _) => NetworkBoundaryRules.Parse(s),
        Compile = (rules, _) => NetworkBoundaryCompiler.Compile(rules),
        Describe = NetworkBoundaryWords.Describe,
    };
}
