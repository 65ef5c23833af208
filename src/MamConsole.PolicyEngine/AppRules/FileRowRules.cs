using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>Rules W-APP for rows that identify files by path or hash (docs/reference/wip-authoring.md §5.2, §5.5).</summary>
internal static class FileRowRules
{
    private const int MaximumPathLength = 32_767;

    /// <summary>Folders that AppLocker's default rules allow for everyone and that contain nearly all programs.</summary>
    private static readonly string[] WholeFolders =
    [
        "%PROGRAMFILES%",
        "%WINDIR%",
        "%SYSTEM32%",
        "%OSDRIVE%",
        @"C:",
        @"C:\PROGRAM FILES",
        @"C:\PROGRAM FILES (X86)",
        @"C:\WINDOWS",
        @"C:\WINDOWS\SYSTEM32",
        "*",
    ];

    public static bool Path(AppRule.FileAtPath file, string row, ValidationContext<AppRulesSettings> c)
    {
        SignsNothing(file, row, c);
        if (Wording.Typed(file.Path) is not { } path || path.Length > MaximumPathLength || !XmlText.CanCarry(path))
        {
            c.AddFinding(
                $"{row}.Path",
                "W-APP-04",
                Severity.Block,
                "Enter a path of one line, such as %PROGRAMFILES%\\Northwind\\Ledger.exe."
            );
        }
        else if (!file.Deny && IsWholeFolder(path))
        {
            c.AddFinding(
                $"{row}.Path",
                "W-APP-19",
                Severity.Block,
                "This is one of AppLocker’s default rules: it allows nearly every program of the PC. Name the app’s own folder, or "
                    + "create a publisher rule."
            );
        }
        else
        {
            c.AddFinding(
                $"{row}.Path",
                "W-APP-13",
                Severity.Warn,
                "A path does not identify an app: a renamed copy, or any file in a writable folder, matches too. Prefer the "
                    + "publisher, then the hash."
            );
        }

        return true;
    }

    public static bool Hash(AppRule.FileWithHash file, string row, ValidationContext<AppRulesSettings> c)
    {
        SignsNothing(file, row, c);
        if (!Enum.IsDefined(file.Algorithm) || !FileHash.IsHash(file.Algorithm, file.Hash))
        {
            c.AddFinding(
                $"{row}.Hash",
                "W-APP-04",
                Severity.Block,
                $"Enter the {FileHash.Length(file.Algorithm)} digits of the hash (0-9, A-F), as shown by Get-AppLockerFileInformation."
            );
        }
        else
        {
            c.AddFinding(
                $"{row}.Hash",
                "W-APP-14",
                Severity.Warn,
                "A hash is out of date with the next update of the program: plan to add the new one each time, or create a rule for its "
                    + "publisher."
            );
        }

        return true;
    }

    /// <summary>Whether the path is one of AppLocker's default rules or an equivalent: a whole drive, Windows or all programs.</summary>
    public static bool IsWholeFolder(string path)
    {
        var bare = path.Trim().ToUpperInvariant().Replace('/', '\\');
        bare =
            bare.EndsWith("*.*", StringComparison.Ordinal) ? bare[..^2]
            : bare.EndsWith("*.EXE", StringComparison.Ordinal) ? bare[..^4]
            : bare;
        return bare == "*" || (bare.EndsWith(@"\*", StringComparison.Ordinal) && WholeFolders.Contains(bare[..^2]));
    }

    private static void SignsNothing(AppRule rule, string row, ValidationContext<AppRulesSettings> c)
    {
        if (Wording.Typed(rule.Publisher) is not null)
        {
            c.AddFinding(
                $"{row}.Publisher",
                "W-APP-04",
                Severity.Block,
                "A row for a path or a hash has no publisher. Clear the field, or add a program instead."
            );
        }

        if (Wording.Typed(rule.LowVersion + rule.HighVersion) is not null)
        {
            c.AddFinding(
                $"{row}.LowVersion",
                "W-APP-04",
                Severity.Block,
                "A row for a path or a hash has no versions. Clear the fields, or add a program instead."
            );
        }
    }
}
