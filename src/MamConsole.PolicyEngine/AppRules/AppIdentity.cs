using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary><c>PUBLISHER\PRODUCT\FILE\VERSION</c> as written by AppLocker and the WIP logs; also with a comma before the version.</summary>
internal static class AppIdentity
{
    /// <summary>The placeholder for an unknown publisher; the validation requires its replacement.</summary>
    private const string Open = "?";

    /// <summary>Returns a row for that version and all later ones, or null when the text is not an identity.</summary>
    public static AppRule? Read(string text)
    {
        var parts = text.Trim().Trim('"').Split('\\', StringSplitOptions.TrimEntries);
        if (parts.Length is not (3 or 4) || !IsSigner(parts[0]) || parts[1].Length == 0 || parts[2].Length == 0)
        {
            return null;
        }

        var comma = parts.Length == 3 ? parts[2].LastIndexOf(',') : -1;
        var binary = comma > 0 ? parts[2][..comma].Trim() : parts[2];
        var version =
            comma > 0 ? parts[2][(comma + 1)..].Trim()
            : parts.Length == 4 ? parts[3]
            : "";
        version = AppVersion.TryParse(version, out var known) && !known.IsAny && version != "0.0.0.0" ? version : "";
        return parts[0].StartsWith("CN=", StringComparison.OrdinalIgnoreCase)
            ? new AppRule.StoreApp
            {
                Publisher = parts[0],
                PackageName = parts[1],
                LowVersion = version,
            }
            : new AppRule.DesktopApp
            {
                Publisher = parts[0] == Open ? "" : parts[0],
                Product = parts[1],
                Binary = binary,
                LowVersion = version,
            };
    }

    private static bool IsSigner(string text) =>
        text == Open
        || text.StartsWith("O=", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("CN=", StringComparison.OrdinalIgnoreCase);
}
