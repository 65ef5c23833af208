using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.InformationProtection;

namespace MamConsole.Tests.PolicyEngine;

/// <summary>The golden example of docs/reference/wip-authoring.md §10, for tests and for benchmarks.</summary>
internal static class GoldenPolicy
{
    public static readonly AppRule.StoreApp EdgeLegacy = new()
    {
        Publisher = KnownApps.PackagedPublisher,
        PackageName = "Microsoft.MicrosoftEdge",
    };

    public static readonly AppRule.DesktopApp Notepad = new()
    {
        Publisher = KnownApps.DesktopPublisher,
        Product = "MICROSOFT® WINDOWS® OPERATING SYSTEM",
        Binary = "NOTEPAD.EXE",
        LowVersion = "10.0.15063.0",
    };

    public static readonly AppRule.DesktopApp LineOfBusiness = new()
    {
        Name = "Ledger",
        Publisher = "O=NORTHWIND, L=OSLO, C=NO",
        Product = "LEDGER",
        Binary = "LEDGER.EXE",
    };

    /// <summary>The golden example of docs/reference/wip-authoring.md §10.</summary>
    public static readonly WrittenPolicy Written = new()
    {
        InformationProtection = new()
        {
            Mode = ProtectionMode.Block,
            EnterpriseIds = ["northwind.example", "tailspin.example"],
            RevokeOnUnenroll = true,
            RevokeOnMdmHandoff = true,
            ShowIcons = true,
        },
        AppRules = new()
        {
            Allowed = [EdgeLegacy, Notepad],
            Exempt = [LineOfBusiness],
            UseRecommendedDenyRules = true,
        },
        NetworkBoundary = new()
        {
            CloudResources =
            [
                new() { Host = "northwind.sharepoint.com" },
                new() { Host = ".files.example", Proxy = "proxy.northwind.example" },
            ],
            AppCompat = true,
            InternalProxies = ["proxy.northwind.example"],
            NeutralResources = ["login.microsoftonline.com", "login.windows.net"],
            IpRanges = [new() { First = "10.20.0.0", Last = "10.20.255.255" }],
        },
    };
}
