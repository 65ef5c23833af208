using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>
/// Decides which rules of an AppLocker policy the app lists support, with the reason for each other rule (docs/reference/wip-authoring.md
/// §5.5).
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
                report.Drop(collection.Path, "", "This is not a rule collection, so the app lists do not support it.");
                continue;
            }

            if (collection.EnforcementMode.Length > 0)
            {
                report.Drop(
                    $"{collection.Path}/@EnforcementMode",
                    collection.EnforcementMode,
                    "The mode controls which files may run; protected apps have no such mode."
                );
            }

            if (collection.Rules.Count == 0)
            {
                report.AddImported(collection.Path, "", null, "The collection contains no rule.");
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
                "Part of Microsoft’s list of old Office versions, which is a single setting in MamConsole."
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

    /// <summary>Returns one line for the rule, whatever the number of its rows.</summary>
    private static void Add(AppLockerRule rule, AppRule[] rows, bool exempt, AppListBuilder apps, ImportReportBuilder report)
    {
        var row = rows[0];
        if (rows.Length == 1 && apps.Same(row, exempt) is { } same)
        {
            report.Drop(rule.Path, rule.Name, $"The same rule already exists at {same}.");
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
                    ? "A path does not identify an app: a renamed copy would match (W-APP-13)."
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
                "The rule names no versions, which AppLocker requires: it now matches all versions. It gets a new id."
            );
        }
        else
        {
            report.AddImported(rule.Path, rule.Name, target, "The rule gets a new id, derived from its condition.");
        }
    }

    private static string? UnsupportedReason(AppLockerRule rule, string type) =>
        (rule.Element, type) switch
        {
            ("RuleCollectionExtensions", _) => "Thresholds of AppLocker’s own services do not apply to protected apps.",
            ("FilePathRule" or "FileHashRule" or "FilePublisherRule", "Dll" or "Msi" or "Script" or "ManagedInstaller") =>
                $"The collection is for {type} files; protected apps can only be programs (Exe) and packages (Appx).",
            ("FilePathRule", _) when IsDefaultPath(rule) =>
                "AppLocker’s default rule for a whole folder would allow every program in it (W-APP-19).",
            ("FilePathRule" or "FileHashRule", "Appx") => "Packages are identified only by their publisher.",
            ("FilePathRule", "Exe") => UnsupportedReasonForAll(rule) ?? UnsupportedPathReason(rule),
            ("FileHashRule", "Exe") => UnsupportedReasonForAll(rule) ?? UnsupportedHashReason(rule),
            ("FilePublisherRule", "Exe" or "Appx") => UnsupportedReasonForAll(rule) ?? UnsupportedPublisherReason(rule),
            _ => "MamConsole does not recognize this.",
        };

    private static string? UnsupportedReasonForAll(AppLockerRule rule)
    {
        if (rule.Sid != Everyone)
        {
            return $"The rule applies only to {(rule.Sid.Length == 0 ? "nobody" : rule.Sid)}; lists of protected apps apply to everyone "
                + "on the PC (W-APP-22).";
        }

        if (rule.Action is not ("Allow" or "Deny"))
        {
            return "The action is neither Allow nor Deny.";
        }

        return null;
    }

    private static string? UnsupportedPathReason(AppLockerRule rule) =>
        rule.Conditions is not [{ Element: "FilePathCondition", Path.Length: > 0 }] ? "The rule does not have exactly one path condition."
        : rule.Exceptions.Exists(e =>
            !e.IsPublisher || e.Publisher is not { Length: > 0 } || e.Product is not { Length: > 0 } || e.Binary is not { Length: > 0 }
        )
            ? "The rule has an exception for a path, a hash or a file without a name, and would mean something else without it."
        : null;

    private static string? UnsupportedHashReason(AppLockerRule rule) =>
        rule.Conditions is not [{ Element: "FileHashCondition", Hashes.Count: > 0 } condition]
            ? "The rule does not have exactly one hash condition."
        : condition.Hashes.Any(hash => KindOf(hash) is null)
            ? "One of its hashes is of a kind that AppLocker does not support, or has the wrong number of digits."
        : rule.Exceptions.Count > 0 ? "A hash rule cannot have exceptions."
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
            return "The rule does not have exactly one publisher condition.";
        }

        if (condition is { Publisher: "*", Product: "*", Binary: "*" })
        {
            return "The rule matches every signed app (W-APP-10).";
        }

        if (
            condition.Publisher is not { Length: > 0 }
            || condition.Product is not { Length: > 0 }
            || condition.Binary is not { Length: > 0 }
        )
        {
            return "The rule is for files whose signature names no product or file; an empty field means any, which matches far more.";
        }

        return rule.Exceptions.Exists(e =>
            !e.IsPublisher || e.Publisher is not { Length: > 0 } || e.Product is not { Length: > 0 } || e.Binary is not { Length: > 0 }
        )
            ? "The rule has an exception for a path, a hash or a file without a name, and would mean something else without it."
            : null;
    }

    private static bool IsDefaultPath(AppLockerRule rule) =>
        rule is { Action: "Allow", Conditions: [{ Path: var path }] } && FileRowRules.IsWholeFolder(path);

    /// <summary>Returns one row for each hash of the rule, or one row for any other rule.</summary>
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

    /// <summary>
    /// Returns the rules that form Microsoft's complete list of denied Office versions, or none when one of them is missing.
    /// </summary>
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
