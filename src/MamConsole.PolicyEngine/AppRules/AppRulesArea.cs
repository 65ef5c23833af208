using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.AppRules;

internal static class AppRulesArea
{
    public static readonly AreaDescriptor<AppRulesSettings, AppLists> Descriptor = new()
    {
        Name = "appRules",
        Key = "apps",
        Title = AppRulesWords.Area,
        Introduction = "Which apps may open work data. Everything else is personal.",
        Settings = AppRulesCatalog.Settings.Settings,
        Validator = new AppRulesValidator(),
        Parse = (s, _) => AppLists.Parse(s),
        Compile = (rules, _) => AppRulesCompiler.Compile(rules),
        Describe = AppRulesWords.Describe,
    };
}
