using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>Rules W-APP about rows that name files by place or content (docs/reference/wip-authoring.md §5.2, §5.5).</summary>
internal static class FileRowRules
{
    private const int MaximumPathLength = 32_767;

    /// <summary>Folders that AppLocker's own default rules open for everyone: nearly all programs lie there.</summary>
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
                "Write a path of one line, such as %PROGRAMFILES%\\Northwind\\Ledger.exe."
            );
        }
        else if (!file.Deny && IsWholeFolder(path))
        {
            c.AddFinding(
                $"{row}.Path",
                "W-APP-19",
                Severity.Block,
                "This is one of AppLocker’s default rules: it lets in nearly every program of the PC. Name the app’s own folder, or "
                    + "make a rule of its publisher."
            );
        }
        else
        {
            c.AddFinding(
                $"{row}.Path",
                "W-APP-13",
                Severity.Warn,
                "A path is no proof of an app: a renamed copy, or any file where people can write, counts as well. Prefer the "
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
                $"Write the {FileHash.Length(file.Algorithm)} digits of the hash (0-9, A-F), as Get-AppLockerFileInformation shows them."
            );
        }
        else
        {
            c.AddFinding(
                $"{row}.Hash",
                "W-APP-14",
                Severity.Warn,
                "A hash is out of date with the next update of the program: plan to add the new one each time, or make a rule of its "
                    + "publisher."
            );
        }

        return true;
    }

    /// <summary>Whether it is one of AppLocker's default rules, or says the same: a whole drive, Windows or all programs.</summary>
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
                "A row for a path or a hash knows no publisher. Empty it, or add a program instead."
            );
        }

        if (Wording.Typed(rule.LowVersion + rule.HighVersion) is not null)
        {
            c.AddFinding(
                $"{row}.LowVersion",
                "W-APP-04",
                Severity.Block,
                "A row for a path or a hash knows no versions. Empty them, or add a program instead."
            );
        }
    }
}
