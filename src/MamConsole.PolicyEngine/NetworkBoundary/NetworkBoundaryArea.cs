using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.NetworkBoundary;

internal static class NetworkBoundaryArea
{
    public static readonly AreaDescriptor<NetworkBoundarySettings, NetworkBoundaryRules> Descriptor = new()
    {
        Name = "networkBoundary",
        Key = "network",
        Title = NetworkBoundaryWords.Area,
        Introduction = "Where work data lives. What comes from these places counts as work; everything else is personal.",
        Settings = NetworkBoundaryCatalog.Settings.Settings,
        Validator = new NetworkBoundaryValidator(),
        Parse = (s, _) => NetworkBoundaryRules.Parse(s),
        Compile = (rules, _) => NetworkBoundaryCompiler.Compile(rules),
        Describe = NetworkBoundaryWords.Describe,
    };
}
