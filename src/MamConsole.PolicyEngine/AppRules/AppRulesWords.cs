using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>Describes the app lists as statements.</summary>
internal static class AppRulesWords
{
    public const string Area = "Protected and exempt apps";

    public static IEnumerable<Statement> Describe(AppRulesSettings s)
    {
        if (s.Allowed.Count > 0)
        {
            yield return new Statement(
                "appRules.allowed",
                Area,
                AppRulesCatalog.Settings.LabelOf("allowed"),
                Wording.Unit(s.Allowed.Count, "row"),
                $"{Sentence(s.Allowed)} work data and protect{(LetIn(s.Allowed) == 1 ? "s" : "")} it.",
                Rows(s.Allowed),
                Nodes(s.Allowed, s.UseRecommendedDenyRules == true, AppLockerCsp.StoreAppsPolicy, AppLockerCsp.ExePolicy)
            );
        }

        if (s.Exempt.Count > 0)
        {
            yield return new Statement(
                "appRules.exempt",
                Area,
                AppRulesCatalog.Settings.LabelOf("exempt"),
                Wording.Unit(s.Exempt.Count, "row"),
                $"{Sentence(s.Exempt)} work data without protecting it.",
                Rows(s.Exempt),
                Nodes(s.Exempt, false, AppLockerCsp.ExemptStoreAppsPolicy, AppLockerCsp.ExemptExePolicy)
            );
        }

        if (s.UseRecommendedDenyRules is { } deny)
        {
            yield return new Statement(
                "appRules.useRecommendedDenyRules",
                Area,
                AppRulesCatalog.Settings.LabelOf("useRecommendedDenyRules"),
                deny ? "block" : "allow",
                deny
                    ? "Office versions that cannot protect work data cannot open it."
                    : "Office versions that cannot protect work data are treated like all other apps.",
                [],
                deny ? Wording.Uris(AppLockerCsp.ExePolicy) : []
            );
        }
    }

    private static int LetIn(ValueList<AppRule> rules) => rules.Count(rule => !rule.Deny);

    private static string Sentence(ValueList<AppRule> rules)
    {
        var names = rules.Where(rule => !rule.Deny).Select(Title).ToValueList();
        return names.Count == 0 ? "No app can handle" : $"{Wording.List(names)} handle{(names.Count == 1 ? "s" : "")}";
    }

    private static ValueList<string> Rows(ValueList<AppRule> rules) => rules.Select(Row).ToValueList();

    /// <summary>
    /// Formats a row, such as "Notepad (NOTEPAD.EXE, from version 10.0.15063.0)", with everything that a change could affect.
    /// </summary>
    private static string Row(AppRule rule)
    {
        var (publisher, product, binary, low, high) = PublisherCondition.Typed(rule);
        var versions = Versions(low, high);
        var what = rule.Match(
            store => $"package {Wording.Typed(store.PackageName) ?? "?"}",
            _ =>
                (product, binary) switch
                {
                    ("*", "*") => "every program",
                    (_, "*") => $"every program of {product}",
                    ("*", _) => binary,
                    _ => $"{binary} of {product}",
                },
            file => $"files at {Wording.Typed(file.Path) ?? "?"}",
            file => $"the file with the hash {Wording.Typed(file.Hash) ?? "?"}"
        );
        var except = rule.Exceptions.Count == 0 ? "" : $", except {string.Join("; ", rule.Exceptions.Select(Except))}";
        var signer = rule is AppRule.FileAtPath or AppRule.FileWithHash ? "" : $", signed by {(publisher.Length == 0 ? "?" : publisher)}";
        return $"{(rule.Deny ? "Not " : "")}{Title(rule)} ({what}{versions}{signer}{except})";
    }

    private static string Versions(string low, string high) =>
        (low, high) switch
        {
            ("*", "*") => "",
            (_, "*") => $", from version {low}",
            ("*", _) => $", up to version {high}",
            _ when low == high => $", version {low}",
            _ => $", versions {low} to {high}",
        };

    /// <summary>Formats an exception such as "EXCEL.EXE of MICROSOFT OFFICE, from version 16.0.10336.20000".</summary>
    internal static string Except(ExceptedApp except)
    {
        string?[] of = [Wording.Typed(except.Binary), Wording.Typed(except.Product), Wording.Typed(except.Publisher)];
        var app = string.Join(" of ", of.Where(part => part is not (null or "*")).DefaultIfEmpty("every app"));
        return app + Versions(PublisherCondition.OrAny(except.LowVersion), PublisherCondition.OrAny(except.HighVersion));
    }

    internal static string Title(AppRule rule) =>
        Wording.Typed(rule.Name)
        ?? rule.Match(
            store => Wording.Typed(store.PackageName) ?? "an app without a name",
            desktop => Wording.Typed(desktop.Binary) ?? Wording.Typed(desktop.Product) ?? "an app without a name",
            file => Wording.Typed(file.Path) ?? "files without a path",
            file => Wording.Typed(file.FileName) ?? "a file without a name"
        );

    private static ValueList<string> Nodes(ValueList<AppRule> rules, bool exeAnyway, CspNode store, CspNode exe)
    {
        var nodes = new List<CspNode>();
        if (rules.Any(rule => rule is AppRule.StoreApp))
        {
            nodes.Add(store);
        }

        if (exeAnyway || rules.Any(rule => rule is not AppRule.StoreApp))
        {
            nodes.Add(exe);
        }

        return Wording.Uris([.. nodes]);
    }
}
