using MudBlazor;

namespace MamConsole.Server.Ui;

/// <summary>
/// The MudBlazor theme of the console. Each pair of text and background color has a contrast of at least 4.5:1 in both themes;
/// wwwroot-assets/css/tokens.css has the same values for the console's own components.
/// </summary>
internal static class ConsoleTheme
{
    private const string TopBarHeight = "48px";
    private const string NavigationWidth = "200px";

    private static readonly string[] SystemFonts =
    [
        "system-ui",
        "-apple-system",
        "Segoe UI Variable Text",
        "Segoe UI",
        "Roboto",
        "Helvetica Neue",
        "Arial",
        "sans-serif",
    ];

    public static readonly MudTheme Theme = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1f5fbf",
            Error = "#b3261e",
            Success = "#1b6e3c",
            Warning = "#8a5300",
            Info = "#0b63a5",
            Background = "#ffffff",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#16191d",
            DrawerBackground = "#f6f7f9",
            DrawerText = "#4a4f57",
            DrawerIcon = "#4a4f57",
            TextPrimary = "#16191d",
            TextSecondary = "#4a4f57",
            LinesDefault = "#e3e6eb",
            TableLines = "#e3e6eb",
            Divider = "#e3e6eb",
            LinesInputs = "#868e99",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#9ecaff",
            PrimaryContrastText = "#00315c",
            Error = "#ffb4ab",
            ErrorContrastText = "#690005",
            Success = "#7fd99a",
            SuccessContrastText = "#00391c",
            Warning = "#ffb95c",
            WarningContrastText = "#462a00",
            Info = "#8fcaf5",
            Background = "#14181c",
            Surface = "#14181c",
            AppbarBackground = "#14181c",
            AppbarText = "#e8ebef",
            DrawerBackground = "#0e1114",
            DrawerText = "#b9bec6",
            DrawerIcon = "#b9bec6",
            TextPrimary = "#e8ebef",
            TextSecondary = "#b9bec6",
            LinesDefault = "#272d35",
            TableLines = "#272d35",
            Divider = "#272d35",
            LinesInputs = "#727d8b",
        },
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "6px",
            AppbarHeight = TopBarHeight,
            DrawerWidthLeft = NavigationWidth,
        },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = SystemFonts,
                FontSize = "14px",
                LineHeight = "20px",
                LetterSpacing = "normal",
            },
            Body1 = new Body1Typography
            {
                FontFamily = SystemFonts,
                FontSize = "14px",
                LineHeight = "20px",
                LetterSpacing = "normal",
            },
            Body2 = new Body2Typography
            {
                FontFamily = SystemFonts,
                FontSize = "13px",
                LineHeight = "20px",
                LetterSpacing = "normal",
            },
            Button = new ButtonTypography
            {
                FontFamily = SystemFonts,
                FontSize = "13px",
                FontWeight = "500",
                LineHeight = "20px",
                LetterSpacing = "normal",
                TextTransform = "none",
            },
        },
    };
}
