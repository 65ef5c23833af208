using System.Collections.Immutable;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>
/// Microsoft's apps and how they treat work data, as its documentation lists them (docs/reference/wip-authoring.md §5,
/// docs/reference/enlightened-apps.json). Without enrollment in MDM Windows enforces WIP only for enlightened and work-only apps; it
/// ignores any other allowed app.
/// </summary>
internal static class AppCatalogue
{
    private const string Windows = "MICROSOFT® WINDOWS® OPERATING SYSTEM";

    // The first versions that support WIP: Microsoft 365 Apps, Office 2016.
    private const string Current = "16.0.10336.20000";
    private const string Office2016 = "16.0.7500.0000";

    public static readonly ImmutableArray<KnownApp> Apps =
    [
        Program("Microsoft Edge", "MICROSOFT EDGE", "MSEDGE.EXE", "81.0.0.0") with
        {
            IsBrowser = true,
            IsUsual = true,
            IsConfirmed = false,
            Advice = "People must be signed in to it with their work account. It includes additional helper programs.",
        },
        Package("Microsoft Edge Legacy", "Microsoft.MicrosoftEdge") with
        {
            IsBrowser = true,
            Advice = "Ended in March 2021; older Windows 10 images still include it.",
        },
        Program("Internet Explorer 11", "INTERNET EXPLORER", "IEXPLORE.EXE") with
        {
            IsBrowser = true,
            IsConfirmed = false,
            Advice = "Ended in June 2022.",
        },
        Program("Outlook", "MICROSOFT OUTLOOK", "OUTLOOK.EXE", Office2016) with
        {
            IsMail = true,
            IsUsual = true,
        },
        Package("Mail and Calendar", "microsoft.windowscommunicationsapps") with
        {
            IsMail = true,
            Advice = "One package with both apps.",
        },
        .. Suite("Microsoft 365", "MICROSOFT OFFICE", Current, usual: true),
        .. Suite("Office 2016", "MICROSOFT OFFICE 2016", Office2016, usual: false),
        Program("OneNote", "MICROSOFT ONENOTE", "ONENOTE.EXE", Office2016) with
        {
            IsUsual = true,
        },
        Program("OneDrive", "MICROSOFT ONEDRIVE", "ONEDRIVE.EXE", "17.3.6386.0412") with
        {
            IsUsual = true,
            Advice = "What it downloads from OneDrive for work counts as work.",
        },
        Program("Notepad", Windows, "NOTEPAD.EXE") with
        {
            IsUsual = true,
            IsConfirmed = false,
            Advice = "The version in Windows 10. Windows 11 has a different app from the Store.",
        },
        Program("Paint", Windows, "MSPAINT.EXE") with
        {
            IsConfirmed = false,
            Advice = "The version in Windows 10. Windows 11 has a different app from the Store.",
        },
        Program("Remote Desktop", Windows, "MSTSC.EXE") with
        {
            IsConfirmed = false,
            Advice = "A session can still access the drives of the PC.",
        },
        Program("MAPI repair tool", Windows, "FIXMAPI.EXE") with
        {
            IsConfirmed = false,
        },
        Package("Company Portal", "Microsoft.CompanyPortal") with
        {
            IsConfirmed = false,
            Advice = "Useful only with Intune.",
        },
        Package("Word Mobile", "Microsoft.Office.Word") with
        {
            Advice = "Ended on desktop PCs; not the Word of Microsoft 365.",
        },
        Package("Excel Mobile", "Microsoft.Office.Excel") with
        {
            Advice = "Ended on desktop PCs; not the Excel of Microsoft 365.",
        },
        Package("PowerPoint Mobile", "Microsoft.Office.PowerPoint") with
        {
            Advice = "Ended on desktop PCs; not the PowerPoint of Microsoft 365.",
        },
        Package("OneNote for Windows 10", "Microsoft.Office.OneNote"),
        Package("OneDrive from the Store", "Microsoft.Microsoftskydrive", "17.21.0.0"),
        Package("People", "Microsoft.People"),
        Package("Photos", "Microsoft.Windows.Photos") with
        {
            IsUsual = true,
        },
        Package("Messaging", "Microsoft.Messaging") with
        {
            Advice = "Ended.",
        },
        Package("Groove Music", "Microsoft.ZuneMusic"),
        Package("Movies & TV", "Microsoft.ZuneVideo"),
        Package("3D Viewer", "Microsoft.Microsoft3DViewer"),
        Program("Visio", "", "VISIO.EXE") with
        {
            Awareness = AppAwareness.Unenlightened,
        },
        Program("Project", "", "WINPROJ.EXE") with
        {
            Awareness = AppAwareness.Unenlightened,
        },
        Program("Access", "", "MSACCESS.EXE") with
        {
            Awareness = AppAwareness.Unenlightened,
            IsConfirmed = false,
        },
        Program("Publisher", "", "MSPUB.EXE") with
        {
            Awareness = AppAwareness.Unenlightened,
            IsConfirmed = false,
        },
        Program("Microsoft Teams (classic)", "", "TEAMS.EXE") with
        {
            Awareness = AppAwareness.NotStated,
            IsConfirmed = false,
        },
        Package("Power BI", "Microsoft.MicrosoftPowerBIForWindows") with
        {
            Awareness = AppAwareness.NotStated,
        },
        Package("Dynamics CRM", "Microsoft.MicrosoftDynamicsCRMforWindows10") with
        {
            Awareness = AppAwareness.NotStated,
        },
        Package("Microsoft To Do", "Microsoft.Todos") with
        {
            Awareness = AppAwareness.NotStated,
            IsConfirmed = false,
        },
        Package("Cortana", "Microsoft.Windows.Cortana") with
        {
            Awareness = AppAwareness.Discouraged,
        },
    ];

    private static IEnumerable<KnownApp> Suite(string suite, string product, string from, bool usual) =>
        [
            Program($"Word ({suite})", product, "WINWORD.EXE", from) with
            {
                IsUsual = usual,
            },
            Program($"Excel ({suite})", product, "EXCEL.EXE", from) with
            {
                IsUsual = usual,
            },
            Program($"PowerPoint ({suite})", product, "POWERPNT.EXE", from) with
            {
                IsUsual = usual,
            },
            Program($"Skype for Business ({suite})", product, "LYNC.EXE", from) with
            {
                Advice = "Also documented as an app that handles only work data.",
            },
            Program($"Skype for Business helper ({suite})", product, "LYNC99.EXE", from),
            Program($"Skype for Business integration ({suite})", product, "UCMAPI.EXE", from),
            Program($"Skype for Business publishing ({suite})", product, "OCPUBMGR.EXE", from),
            Program($"Office Upload Center ({suite})", product, "MSOSYNC.EXE", from),
        ];

    private static KnownApp Package(string name, string identity, string from = "") =>
        new(
            name,
            AppAwareness.Enlightened,
            new AppRule.StoreApp
            {
                Name = name,
                Publisher = KnownApps.PackagedPublisher,
                PackageName = identity,
                LowVersion = from,
            }
        );

    private static KnownApp Program(string name, string product, string binary, string from = "") =>
        new(
            name,
            AppAwareness.Enlightened,
            new AppRule.DesktopApp
            {
                Name = name,
                Publisher = KnownApps.DesktopPublisher,
                Product = product,
                Binary = binary,
                LowVersion = from,
            }
        );
}
