using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>How an app deals with work data.</summary>
public enum AppAwareness
{
    /// <summary>Tells work from private data and protects only the former.</summary>
    Enlightened,
    /// <summary>Holds work data alone, so that Windows may protect all it writes.</summary>
    WorkOnly,
    /// <summary>Must be exempt: it does not know work data at all.</summary>
    Unenlightened,
}

/// <summary>An app of Microsoft of which it is known how it deals with work data.</summary>
/// <param name="DisplayName">What people call it.</param>
/// <param name="Awareness">How it deals with work data.</param>
/// <param name="Rule">The row that lets it in.</param>
/// <param name="IsBrowser">Whether people read web pages with it.</param>
/// <param name="IsMail">Whether people read mail with it.</param>
public sealed record KnownApp(string DisplayName, AppAwareness Awareness, AppRule Rule, bool IsBrowser = false, bool IsMail = false);

/// <summary>
/// Microsoft's apps as its documentation lists them. Without enrollment Windows enforces protection for enlightened and work-only apps
/// alone; any other app in the allowed list is ignored (wip-authoring.md §0, W-APP-15 and W-APP-17). Also what the app picker offers.
/// </summary>
public static class KnownApps
{
    /// <summary>The subject of Microsoft's packages.</summary>
    public const string PackagedPublisher = "CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US";

    /// <summary>The signer of Microsoft's programs.</summary>
    public const string DesktopPublisher = "O=MICROSOFT CORPORATION, L=REDMOND, S=WASHINGTON, C=US";

    private const string Windows = "MICROSOFT® WINDOWS® OPERATING SYSTEM";

    // First versions that protect: Microsoft 365 Apps, Office 2016.
    private const string Current = "16.0.10336.20000";
    private const string Office2016 = "16.0.7500.0000";

    public static readonly ImmutableArray<KnownApp> All =
    [
        Program("Microsoft Edge", "MICROSOFT EDGE", "MSEDGE.EXE", "81.0.0.0") with { IsBrowser = true },
        Package("Microsoft Edge Legacy", "Microsoft.MicrosoftEdge") with { IsBrowser = true },
        Program("Internet Explorer 11", "INTERNET EXPLORER", "IEXPLORE.EXE") with { IsBrowser = true },
        Program("Outlook", "MICROSOFT OUTLOOK", "OUTLOOK.EXE", Office2016) with { IsMail = true },
        Package("Mail and Calendar", "microsoft.windowscommunicationsapps") with { IsMail = true },
        .. Suite("Microsoft 365", "MICROSOFT OFFICE", Current),
        .. Suite("Office 2016", "MICROSOFT OFFICE 2016", Office2016),
        Program("OneNote", "MICROSOFT ONENOTE", "ONENOTE.EXE", Office2016),
        Program("OneDrive", "MICROSOFT ONEDRIVE", "ONEDRIVE.EXE", "17.3.6386.0412"),
        Program("Notepad", Windows, "NOTEPAD.EXE"),
        Program("Paint", Windows, "MSPAINT.EXE"),
        Program("Remote Desktop", Windows, "MSTSC.EXE"),
        Program("MAPI repair tool", Windows, "FIXMAPI.EXE"),
        Package("Company Portal", "Microsoft.CompanyPortal"),
        Package("Word Mobile", "Microsoft.Office.Word"),
        Package("Excel Mobile", "Microsoft.Office.Excel"),
        Package("PowerPoint Mobile", "Microsoft.Office.PowerPoint"),
        Package("OneNote for Windows 10", "Microsoft.Office.OneNote"),
        Package("OneDrive from the Store", "Microsoft.Microsoftskydrive", "17.21.0.0"),
        Package("People", "Microsoft.People"),
        Package("Photos", "Microsoft.Windows.Photos"),
        Package("Messaging", "Microsoft.Messaging"),
        Package("Groove Music", "Microsoft.ZuneMusic"),
        Package("Movies & TV", "Microsoft.ZuneVideo"),
        Package("3D Viewer", "Microsoft.Microsoft3DViewer"),
        Program("Visio", "", "VISIO.EXE") with { Awareness = AppAwareness.Unenlightened },
        Program("Project", "", "WINPROJ.EXE") with { Awareness = AppAwareness.Unenlightened },
    ];

    /// <summary>The known app that a row matches, whatever its versions; false for a row that matches more than one app.</summary>
    public static bool TryFind(AppRule rule, [NotNullWhen(true)] out KnownApp? app)
    {
        ArgumentNullException.ThrowIfNull(rule);
        app = All.FirstOrDefault(known => rule.Match(
            store => known.Rule is AppRule.StoreApp other && Same(store.PackageName, other.PackageName),
            desktop => known.Rule is AppRule.DesktopApp other && Same(desktop.Binary, other.Binary)
                && (other.Product.Length == 0 || Same(desktop.Product, other.Product))));
        return app is not null;
    }

    private static bool Same(string typed, string known) => typed.Trim().Equals(known, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<KnownApp> Suite(string suite, string product, string from) =>
    [
        Program($"Word ({suite})", product, "WINWORD.EXE", from),
        Program($"Excel ({suite})", product, "EXCEL.EXE", from),
        Program($"PowerPoint ({suite})", product, "POWERPNT.EXE", from),
        Program($"Skype for Business ({suite})", product, "LYNC.EXE", from),
        Program($"Skype for Business helper ({suite})", product, "LYNC99.EXE", from),
        Program($"Skype for Business integration ({suite})", product, "UCMAPI.EXE", from),
        Program($"Skype for Business publishing ({suite})", product, "OCPUBMGR.EXE", from),
        Program($"Office upload centre ({suite})", product, "MSOSYNC.EXE", from),
    ];

    private static KnownApp Package(string name, string identity, string from = "") =>
        new(name, AppAwareness.Enlightened, new AppRule.StoreApp { Name = name, Publisher = PackagedPublisher, PackageName = identity, LowVersion = from });

    private static KnownApp Program(string name, string product, string binary, string from = "") =>
        new(name, AppAwareness.Enlightened,
            new AppRule.DesktopApp { Name = name, Publisher = DesktopPublisher, Product = product, Binary = binary, LowVersion = from });
}
