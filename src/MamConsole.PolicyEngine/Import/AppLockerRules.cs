using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>
/// Which rules of an AppLocker policy the lists of protected apps can hold, and why not the others (docs/reference/wip-authoring.md §5.5).
/// </summary>
internal static class AppLockerRules
{
    private const string Everyone = "S-1-1-0";

    public static void Take(List<AppLockerCollection> collections, bool exempt, AppListBuilder apps, ImportReportBuilder report)
    {
        var recommended = exempt ? [] : RecommendedIn(collections);
        if (recommended.Count > 0)
        {
            apps.AddRecommended();
        }

        foreach (var collection in collections)
        {
            if (collection.Type is null)
            {
                report.Drop(collection.Path, "", "Not a rule collection: nothing that the lists of protected apps know.");
                continue;
            }

            if (collection.EnforcementMode.Length > 0)
            {
                report.Drop(
                    $"{collection.Path}/@EnforcementMode",
                    collection.EnforcementMode,
                    "It says what may run; protected apps have no such mode."
                );
            }

            if (collection.Rules.Count == 0)
            {
                report.AddImported(collection.Path, "", null, "It holds no rule.");
            }

            foreach (var rule in collection.Rules)
            {
                Take(rule, collection.Type, exempt, recommended.Contains(rule), apps, report);
            }
        }
    }

    private static void Take(
        AppLockerRule rule,
        string type,
        bool exempt,
        bool recommended,
        AppListBuilder apps,
        ImportReportBuilder report
    )
    {
        if (UnsupportedReason(rule, type) is { } reason)
        {
            report.Drop(rule.Path, rule.Name, reason);
            return;
        }

        if (recommended)
        {
            report.AddImported(
                rule.Path,
                rule.Name,
                "appRules.useRecommendedDenyRules",
                "Part of Microsoft’s own list of old Office versions, which is one switch here."
            );
        }
        else
        {
            AppRule[] rows = [.. Rows(rule, type)];
            Add(rule, rows, exempt, apps, report);
        }

        if (rule.Description.Length > 0)
        {
            report.Drop($"{rule.Path}/@Description", rule.Description, "Rows have a name and no description.");
        }
    }

    /// <summary>One line for the rule, whatever the number of its rows.</summary>
    private static void Add(AppLockerRule rule, AppRule[] rows, bool exempt, AppListBuilder apps, ImportReportBuilder report)
    {
        var row = rows[0];
        if (rows.Length == 1 && apps.Same(row, exempt) is { } same)
        {
            report.Drop(rule.Path, rule.Name, $"The same rule stands at {same} already.");
            return;
        }

        var target = apps.Next(exempt);
        foreach (var each in rows)
        {
            if (apps.Same(each, exempt) is null)
            {
                apps.Add(each, exempt);
            }
        }

        if (row is AppRule.FileAtPath or AppRule.FileWithHash)
        {
            report.AddImported(
                rule.Path,
                rule.Name,
                target,
                row is AppRule.FileAtPath
                    ? "A path is no proof of an app: a renamed copy would pass (W-APP-13)."
                    : $"{(rows.Length > 1 ? $"One row for each of its {rows.Length} hashes. " : "")}A hash is out of date with "
                        + "each update of the app (W-APP-14)."
            );
        }
        else if (rule.Conditions[0].Low is null || rule.Conditions[0].High is null)
        {
            report.Repair(
                rule.Path,
                rule.Name,
                target,
                "It names no versions, which AppLocker wants: it matches all of them here. It gets a new id."
            );
        }
        else
        {
            report.AddImported(rule.Path, rule.Name, target, "It gets a new id, made from what it matches.");
        }
    }

    private static string? UnsupportedReason(AppLockerRule rule, string type) =>
        (rule.Element, type) switch
        {
            ("RuleCollectionExtensions", _) => "Thresholds of AppLocker’s own services mean nothing to protected apps.",
            ("FilePathRule" or "FileHashRule" or "FilePublisherRule", "Dll" or "Msi" or "Script" or "ManagedInstaller") =>
                $"It speaks of {type} files; protected apps are programs (Exe) and packages (Appx) alone.",
            ("FilePathRule", _) when IsDefaultPath(rule) =>
                "AppLocker’s default rule for a whole folder would let in every program there (W-APP-19).",
            ("FilePathRule" or "FileHashRule", "Appx") => "Packages are told apart by their publisher alone.",
            ("FilePathRule", "Exe") => UnsupportedReasonForAll(rule) ?? UnsupportedPathReason(rule),
            ("FileHashRule", "Exe") => UnsupportedReasonForAll(rule) ?? UnsupportedHashReason(rule),
            ("FilePublisherRule", "Exe" or "Appx") => UnsupportedReasonForAll(rule) ?? UnsupportedPublisherReason(rule),
            _ => "Not known to MamConsole.",
        };

    private static string? UnsupportedReasonForAll(AppLockerRule rule)
    {
        if (rule.Sid != Everyone)
        {
            return $"It speaks for {(rule.Sid.Length == 0 ? "nobody" : rule.Sid)} alone; lists of protected apps are for everyone "
                + "on the PC (W-APP-22).";
        }

        if (rule.Action is not ("Allow" or "Deny"))
        {
            return "Its action is neither Allow nor Deny.";
        }

        return null;
    }

    private static string? UnsupportedPathReason(AppLockerRule rule) =>
        rule.Conditions is not [{ Element: "FilePathCondition", Path.Length: > 0 }] ? "It has not exactly one condition on a path."
        : rule.Exceptions.Exists(e =>
            !e.IsPublisher || e.Publisher is not { Length: > 0 } || e.Product is not { Length: > 0 } || e.Binary is not { Length: > 0 }
        )
            ? "It makes an exception for a path, a hash or a nameless file, and without that exception it would say something else."
        : null;

    private static string? UnsupportedHashReason(AppLockerRule rule) =>
        rule.Conditions is not [{ Element: "FileHashCondition", Hashes.Count: > 0 } condition]
            ? "It has not exactly one condition with a hash."
        : condition.Hashes.Any(hash => KindOf(hash) is null)
            ? "One of its hashes is of a kind that AppLocker does not know, or has not the digits of its kind."
        : rule.Exceptions.Count > 0 ? "A rule of a hash can have no exceptions."
        : null;

    private static AppHashKind? KindOf(AppLockerHash hash)
    {
        AppHashKind? kind = hash.Type switch
        {
            "SHA256" => AppHashKind.Sha256,
            "SHA256Flat" => AppHashKind.Sha256Flat,
            "SHA1" => AppHashKind.Sha1,
            _ => null,
        };
        return kind is { } known && FileHash.IsHash(known, hash.Data) ? known : null;
    }

    private static string? UnsupportedPublisherReason(AppLockerRule rule)
    {
        if (rule.Conditions is not [{ IsPublisher: true } condition])
        {
            return "It has not exactly one condition on the publisher.";
        }

        if (condition is { Publisher: "*", Product: "*", Binary: "*" })
        {
            return "It matches every signed app there is (W-APP-10).";
        }

        if (
            condition.Publisher is not { Length: > 0 }
            || condition.Product is not { Length: > 0 }
            || condition.Binary is not { Length: > 0 }
        )
        {
            return "It is for files whose signature names no product or no file; an empty field means any here, which would be far more.";
        }

        return rule.Exceptions.Exists(e =>
            !e.IsPublisher || e.Publisher is not { Length: > 0 } || e.Product is not { Length: > 0 } || e.Binary is not { Length: > 0 }
        )
            ? "It makes an exception for a path, a hash or a nameless file, and without that exception it would say something else."
            : null;
    }

    private static bool IsDefaultPath(AppLockerRule rule) =>
        rule is { Action: "Allow", Conditions: [{ Path: var path }] } && FileRowRules.IsWholeFolder(path);

    /// <summary>One row for each hash of the rule; else one.</summary>
    private static IEnumerable<AppRule> Rows(AppLockerRule rule, string type)
    {
        var deny = rule.Action == "Deny";
        return rule.Element switch
        {
            "FilePathRule" =>
            [
                new AppRule.FileAtPath
                {
                    Name = rule.Name,
                    Path = rule.Conditions[0].Path,
                    Deny = deny,
                    Exceptions = Exceptions(rule, "", type),
                },
            ],
            "FileHashRule" => rule.Conditions[0]
                .Hashes.Select(hash => new AppRule.FileWithHash
                {
                    Name = rule.Name,
                    Algorithm = KindOf(hash)!.Value,
                    Hash = hash.Data,
                    FileName = hash.FileName,
                    Deny = deny,
                }),
            _ => [Row(rule, type)],
        };
    }

    private static ValueList<ExceptedApp> Exceptions(AppLockerRule rule, string? publisher, string type) =>
        rule
            .Exceptions.Select(e => new ExceptedApp
            {
                Publisher = e.Publisher == publisher ? "" : e.Publisher!,
                Product = e.Product!,
                Binary = type == "Appx" && e.Binary == "*" ? "" : e.Binary!,
                LowVersion = e.Low ?? "*",
                HighVersion = e.High ?? "*",
            })
            .ToValueList();

    private static AppRule Row(AppLockerRule rule, string type)
    {
        var condition = rule.Conditions[0];
        var exceptions = Exceptions(rule, condition.Publisher, type);
        return type == "Appx"
            ? new AppRule.StoreApp
            {
                Name = rule.Name,
                Publisher = condition.Publisher!,
                PackageName = condition.Product!,
                LowVersion = condition.Low ?? "*",
                HighVersion = condition.High ?? "*",
                Deny = rule.Action == "Deny",
                Exceptions = exceptions,
            }
            : new AppRule.DesktopApp
            {
                Name = rule.Name,
                Publisher = condition.Publisher!,
                Product = condition.Product!,
                Binary = condition.Binary!,
                LowVersion = condition.Low ?? "*",
                HighVersion = condition.High ?? "*",
                Deny = rule.Action == "Deny",
                Exceptions = exceptions,
            };
    }

    /// <summary>The rules that make up Microsoft's whole list of denied Office versions; none unless all of them are there.</summary>
    private static HashSet<AppLockerRule> RecommendedIn(List<AppLockerCollection> collections)
    {
        var found = new HashSet<AppLockerRule>(ReferenceEqualityComparer.Instance);
        var candidates = collections
            .Where(c => c.Type == "Exe")
            .SelectMany(c => c.Rules)
            .Where(r => r is { Element: "FilePublisherRule", Action: "Deny" } && UnsupportedReason(r, "Exe") is null)
            .Select(r => (Rule: r, Key: Key(Row(r, "Exe"))))
            .ToArray();
        foreach (var known in RecommendedDenyRules.All)
        {
            var key = (PublisherOf(known.Condition), string.Join('\n', known.Deviations.Order(ByText)));
            if (Array.Find(candidates, c => c.Key == key).Rule is not { } rule)
            {
                return [];
            }

            found.Add(rule);
        }

        return found;
    }

    private static PublisherCondition? PublisherOf(AppCondition condition) =>
        condition.Match<PublisherCondition?>(publisher => publisher, _ => null, _ => null);

    private static readonly Comparer<PublisherCondition> ByText = Comparer<PublisherCondition>.Create(
        (a, b) => string.CompareOrdinal($"{a}", $"{b}")
    );

    private static (PublisherCondition?, string) Key(AppRule rule)
    {
        string[] publishers = [rule.Publisher, .. rule.Exceptions.Select(e => e.Publisher).Where(publisher => publisher.Length > 0)];
        string[] versions = [rule.LowVersion, rule.HighVersion, .. rule.Exceptions.SelectMany(e => new[] { e.LowVersion, e.HighVersion })];
        return
            Array.TrueForAll(publishers, text => PublisherName.TryParse(text, out _))
            && Array.TrueForAll(versions, text => AppVersion.TryParse(text, out _))
            ? (PublisherCondition.Of(rule), string.Join('\n', PublisherCondition.Except(rule).Order(ByText)))
            : (null, "");
    }
}
