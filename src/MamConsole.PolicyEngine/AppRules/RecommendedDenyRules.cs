using System.Collections.Immutable;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>
/// Office versions that cannot protect work data, which Microsoft recommends denying (docs/reference/wip-authoring.md §5.4).
/// </summary>
internal static class RecommendedDenyRules
{
    private static readonly string[] Suite =
    [
        "EXCEL.EXE",
        "LYNC.EXE",
        "LYNC99.EXE",
        "MSOSYNC.EXE",
        "OCPUBMGR.EXE",
        "POWERPNT.EXE",
        "UCMAPI.EXE",
        "WINWORD.EXE",
    ];

    public static readonly ImmutableArray<AppMatch> All =
    [
        Deny("MICROSOFT OFFICE", Suite, "16.0.10336.20000"),
        Deny("MICROSOFT OFFICE 2003"),
        Deny("2007 MICROSOFT OFFICE SYSTEM"),
        Deny("MICROSOFT OFFICE ONENOTE", upTo: "12.0.9999.9999"),
        Deny("MICROSOFT OFFICE OUTLOOK", upTo: "12.0.9999.9999"),
        Deny("MICROSOFT OFFICE 2013"),
        Deny("MICROSOFT ONENOTE", ["ONENOTE.EXE"], "16.0.7500.0000"),
        Deny("MICROSOFT OUTLOOK", ["OUTLOOK.EXE"], "16.0.7500.0000"),
        Deny("MICROSOFT ONEDRIVE", ["ONEDRIVE.EXE"], "17.3.6386.0412"),
        Deny("MICROSOFT OFFICE 2016", Suite, "16.0.7500.0000"),
    ];

    private static AppMatch Deny(string product, string[]? except = null, string from = "*", string upTo = "*") =>
        new(
            false,
            $"Recommended: older {product}",
            true,
            new AppCondition.Publisher(Condition(product, "*", "*", upTo)),
            (except ?? []).Select(binary => Condition(product, binary, from, "*")).ToValueList()
        );

    private static PublisherCondition Condition(string product, string binary, string low, string high) =>
        new(KnownApps.DesktopPublisher, product, binary, AppVersion.Parse(low), AppVersion.Parse(high));
}
