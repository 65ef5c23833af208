using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.Polling;

internal static class PollingArea
{
    public static readonly AreaDescriptor<PollingSettings, PollingRules> Descriptor = new()
    {
        Name = "polling",
        Key = "calls",
        Title = PollingWords.Area,
        Introduction = "Defines how often PCs check in. A change reaches a PC at its next check-in.",
        Settings = PollingCatalog.Settings.Settings,
        Validator = new PollingValidator(),
        Parse = (s, _) => PollingRules.Parse(s),
        Compile = (rules, _) => PollingCompiler.Compile(rules),
        Describe = PollingWords.Describe,
    };
}
