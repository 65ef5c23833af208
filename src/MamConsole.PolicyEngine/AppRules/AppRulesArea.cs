using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.AppRules;

internal static class AppRulesArea
{
    public static readonly AreaDescriptor<AppRulesSettings, AppLists> Descriptor = new()
    {
        Name = "appRules",
        Key = "apps",
        Title = AppRulesWords.Area,
        Introduction = "Defines which apps can open work data. All other apps are personal.",
        Settings = AppRulesCatalog.Settings.Settings,
        Validator = new AppRulesValidator(),
        Parse = (s, _) => AppLists.Parse(s),
        Compile = (rules, _) => AppRulesCompiler.Compile(rules),
        Describe = AppRulesWords.Describe,
    };
}
