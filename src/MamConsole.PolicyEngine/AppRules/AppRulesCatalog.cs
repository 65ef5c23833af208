using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>The labels of the area's settings.</summary>
internal static class AppRulesCatalog
{
    public static readonly SettingTable Settings = new(
        "appRules",
        (
            "allowed",
            "Protected apps",
            "Protected apps",
            "AppLocker/EnterpriseDataProtection/{Grouping}/EXE and StoreApps",
            "The apps that can open work data."
        ),
        (
            "useRecommendedDenyRules",
            "Unenlightened Office versions",
            "Recommended deny rules for Office",
            "AppLocker/EnterpriseDataProtection/{Grouping}/EXE",
            "Whether Office versions that cannot protect data can open work data."
        ),
        (
            "exempt",
            "Exempt apps",
            "Exempt apps",
            "AppLocker/EnterpriseDataProtection/{Grouping}/EXE and StoreApps",
            "The apps that can open work data and send it anywhere."
        )
    );
}
