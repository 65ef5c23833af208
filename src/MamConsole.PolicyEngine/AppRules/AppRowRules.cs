using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>Rules W-APP for one row of an app list (docs/reference/wip-authoring.md §5.5).</summary>
internal static class AppRowRules
{
    private const int MaximumTextLength = 1024;

    public static void Check(AppRule rule, string row, bool exempt, ValidationContext<AppRulesSettings> c)
    {
        Texts(rule, row, c);
        Versions(rule, row, c);
        Exceptions(rule, row, c);
        if (IsEverything(rule))
        {
            c.AddFinding(
                row,
                "W-APP-10",
                Severity.Block,
                rule.Deny ? "This matches every signed app and would block all of them." : "This matches every signed app."
            );
            return;
        }

        _ = rule.Match(
            store => Store(store, row, c),
            desktop => Desktop(desktop, row, c),
            file => FileRowRules.Path(file, row, c),
            file => FileRowRules.Hash(file, row, c)
        );
        if (rule.Deny)
        {
            return;
        }

        if (IsWide(rule))
        {
            c.AddFinding(
                row,
                "W-APP-11",
                Severity.Warn,
                PublisherCondition.Typed(rule) is { Product: "*", Binary: not "*" }
                    ? "Any program of this publisher with that file name matches. Name its product too, as shown by "
                        + "Get-AppLockerFileInformation."
                    : "This allows every app of this publisher or product, including those that cannot protect work data. Name the file."
            );
        }

        if (exempt)
        {
            c.AddFinding(row, "W-APP-16", Severity.Warn, "An exempt app reads work data and can send it anywhere, unprotected.");
        }
        else
        {
            Known(rule, row, c);
        }
    }

    /// <summary>Whether the row matches more than one app of a publisher.</summary>
    public static bool IsWide(AppRule rule) =>
        PublisherCondition.Typed(rule) is var typed && (typed.Product == "*" || (rule is AppRule.DesktopApp && typed.Binary == "*"));

    private static bool IsEverything(AppRule rule) => PublisherCondition.Typed(rule) is { Publisher: "*", Product: "*", Binary: "*" };

    private static void Texts(AppRule rule, string row, ValidationContext<AppRulesSettings> c)
    {
        (string Field, string Text)[] texts = rule.Match<(string, string)[]>(
            store => [("Name", store.Name), ("PackageName", store.PackageName), ("Publisher", store.Publisher)],
            desktop => [("Name", desktop.Name), ("Product", desktop.Product), ("Binary", desktop.Binary), ("Publisher", desktop.Publisher)],
            file => [("Name", file.Name)],
            file => [("Name", file.Name), ("FileName", file.FileName)]
        );
        foreach (var (field, text) in texts)
        {
            if (text.Trim().Length > MaximumTextLength || !XmlText.CanCarry(text.Trim()))
            {
                c.AddFinding(
                    $"{row}.{field}",
                    "W-APP-04",
                    Severity.Block,
                    "Enter at most 1024 characters on one line, without control characters."
                );
            }
        }
    }

    /// <summary>Checks exceptions, which come from imported lists; a fault in one is reported at its row.</summary>
    private static void Exceptions(AppRule rule, string row, ValidationContext<AppRulesSettings> c)
    {
        if (rule is AppRule.FileWithHash && rule.Exceptions.Count > 0)
        {
            c.AddFinding(row, "W-APP-04", Severity.Block, "A hash matches one file, so the row cannot have exceptions. Remove them.");
        }

        foreach (var (i, except) in rule.Exceptions.Index())
        {
            var field = $"{row}.Exceptions[{i}]";
            string[] texts = [except.Publisher, except.Product, except.Binary];
            if (Array.Exists(texts, text => text.Trim().Length > MaximumTextLength || !XmlText.CanCarry(text.Trim())))
            {
                c.AddFinding(field, "W-APP-04", Severity.Block, "Enter at most 1024 characters on one line, without control characters.");
            }

            if (rule is AppRule.FileAtPath && Wording.Typed(except.Publisher) is null)
            {
                c.AddFinding(
                    field,
                    "W-APP-04",
                    Severity.Block,
                    "An exception of a path rule must name a publisher. Remove it, or import it with its publisher."
                );
            }

            if (
                !AppVersion.TryParse(except.LowVersion, out var low)
                || !AppVersion.TryParse(except.HighVersion, out var high)
                || (low is { IsAny: false } && high is { IsAny: false } && low > high)
            )
            {
                c.AddFinding(
                    field,
                    "W-APP-07",
                    Severity.Block,
                    "The versions of this exception are not valid, or the last one is below the first."
                );
            }
        }
    }

    private static void Versions(AppRule rule, string row, ValidationContext<AppRulesSettings> c)
    {
        const string Form = "Enter a version of four numbers with up to five digits, such as 16.0.7500.0; empty = any.";
        var low = Read(rule.LowVersion, "LowVersion");
        var high = Read(rule.HighVersion, "HighVersion");
        if (low is { IsAny: false } && high is { IsAny: false } && low > high)
        {
            c.AddFinding($"{row}.HighVersion", "W-APP-07", Severity.Block, "The last version is below the first one: no file would match.");
        }

        AppVersion? Read(string text, string field)
        {
            if (!AppVersion.TryParse(text, out var version))
            {
                c.AddFinding($"{row}.{field}", "W-APP-07", Severity.Block, Form, Filled(text));
            }

            return version;
        }
    }

    /// <summary>Returns a version whose missing or starred parts are zero: <c>16.0.*</c> becomes <c>16.0.0.0</c>.</summary>
    private static string? Filled(string text)
    {
        var parts = text.Trim().TrimEnd('*').TrimEnd('.').Split('.');
        var filled = string.Join('.', parts.Concat(Enumerable.Repeat("0", 4)).Take(4));
        return parts.Length <= 4 && AppVersion.TryParse(filled, out _) ? filled : null;
    }

    private static bool Store(AppRule.StoreApp store, string row, ValidationContext<AppRulesSettings> c)
    {
        if (!PublisherName.TryParse(store.Publisher, out var publisher) || !publisher.IsPackaged)
        {
            c.AddFinding(
                $"{row}.Publisher",
                "W-APP-08",
                Severity.Block,
                "The publisher of a packaged app begins with CN=, as shown by Get-AppxPackage under Publisher."
            );
        }

        if (!PackageIdentityName.TryParse(store.PackageName, out _, out var fault))
        {
            c.AddFinding($"{row}.PackageName", "W-APP-08", Severity.Block, fault.Reason, fault.Suggestion);
        }

        return true;
    }

    private static bool Desktop(AppRule.DesktopApp desktop, string row, ValidationContext<AppRulesSettings> c)
    {
        if (Wording.Typed(desktop.Publisher) is not { } typed)
        {
            c.AddFinding(
                $"{row}.Publisher",
                "W-APP-09",
                Severity.Block,
                "Enter the publisher of the app, as shown by Get-AppLockerFileInformation."
            );
        }
        else if (PublisherName.TryParse(typed, out var publisher) && !publisher.IsDesktop)
        {
            c.AddFinding(
                $"{row}.Publisher",
                "W-APP-09",
                Severity.Warn,
                "The publisher of a desktop app begins with O= and is in capitals, as shown by Get-AppLockerFileInformation.",
                typed.StartsWith("O=", StringComparison.OrdinalIgnoreCase) ? typed.ToUpperInvariant() : null
            );
        }

        return true;
    }

    private static void Known(AppRule rule, string row, ValidationContext<AppRulesSettings> c)
    {
        var app = KnownApps.TryFind(rule, out var known) ? known : null;
        if (rule is AppRule.StoreApp store && store.PackageName.Contains("Windows.Cortana", StringComparison.OrdinalIgnoreCase))
        {
            c.AddFinding(row, "W-APP-20", Severity.Warn, "Microsoft recommends not allowing Cortana to handle work data. Remove it.");
        }
        else if (app is { Awareness: AppAwareness.Unenlightened, IsConfirmed: true })
        {
            c.AddFinding(
                row,
                "W-APP-17",
                Severity.Block,
                $"{app.DisplayName} cannot protect work data. Move it to the exempt apps, or remove it."
            );
        }
        else if (app?.Awareness is not (AppAwareness.Enlightened or AppAwareness.WorkOnly) && !IsWide(rule))
        {
            c.AddFinding(
                row,
                "W-APP-15",
                Severity.Warn,
                "This app is not known to protect work data. Windows ignores such apps in this list unless their publisher marked them: "
                    + "check the file."
            );
        }
    }
}
