using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.Connectivity;

internal static class ConnectivityArea
{
    public static readonly AreaDescriptor<ConnectivitySettings, ConnectivityRules> Descriptor = new()
    {
        Name = "connectivity",
        Key = "connect",
        Title = ConnectivityWords.Area,
        Introduction =
            "The Wi-Fi networks and VPN connections that PCs use for work. Policies that protect only cloud resources need neither.",
        Settings = ConnectivityCatalog.Settings.Settings,
        Validator = new ConnectivityValidator(),
        Parse = (s, input) => ConnectivityRules.Parse(s, input.EnterpriseId),
        Compile = (rules, _) => ConnectivityCompiler.Compile(rules),
        Describe = ConnectivityWords.Describe,
    };
}
