using MamConsole.PolicyEngine.AppRules;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>App rules as readable text.</summary>
internal static class AppRuleText
{
    /// <summary>The name, or what the rule matches when there is none.</summary>
    public static string Title(AppRule rule) =>
        rule.Name.Length > 0 ? rule.Name
        : rule.Match(
            store => store.PackageName,
            desktop => Any(desktop.Binary) ? desktop.Product : desktop.Binary,
            file => file.Path,
            file => file.FileName
        )
            is { Length: > 0 } known
            ? known
        : "New app";

    /// <summary>What the rule matches, in one line.</summary>
    public static string Matches(AppRule rule)
    {
        var what = rule.Match(
            store => store.PackageName,
            desktop =>
                string.Join(
                    ", ",
                    new[] { Any(desktop.Binary) ? "any file" : desktop.Binary, Any(desktop.Product) ? "any product" : desktop.Product }
                ),
            file => file.Path,
            file => file.Hash.Length > 0 ? $"hash {file.Hash}" : "no hash yet"
        );
        if (rule is AppRule.FileAtPath or AppRule.FileWithHash)
        {
            return what;
        }
        var publisher = rule.Publisher.Length == 0 ? "no publisher yet" : Name(rule.Publisher);
        var versions = (Any(rule.LowVersion), Any(rule.HighVersion)) switch
        {
            (true, true) => "",
            (false, true) => $" · from {rule.LowVersion}",
            (true, false) => $" · up to {rule.HighVersion}",
            _ => $" · {rule.LowVersion} to {rule.HighVersion}",
        };
        return $"{what} · {publisher}{versions}{(rule.Exceptions.Count == 0 ? "" : $" · {Plural.Of(rule.Exceptions.Count, "exception")}")}";
    }

    /// <summary>What an exception matches, in one line.</summary>
    public static string Except(ExceptedApp except)
    {
        string[] of = [Any(except.Binary) ? "any file" : except.Binary, Any(except.Product) ? "any product" : except.Product];
        var publisher = except.Publisher.Length == 0 ? "" : $" · {Name(except.Publisher)}";
        var versions =
            (Any(except.LowVersion) ? "" : $" · from {except.LowVersion}")
            + (Any(except.HighVersion) ? "" : $" · up to {except.HighVersion}");
        return $"{string.Join(", ", of)}{publisher}{versions}";
    }

    private static bool Any(string text) => text.Length == 0 || text == "*";

    /// <summary>The severity of a consequence.</summary>
    public static StatusKind Mark(AppConsequence consequence) =>
        consequence.Effect switch
        {
            AppEffect.Protects => StatusKind.Ready,
            AppEffect.Leaks => StatusKind.Attention,
            AppEffect.Wrong => StatusKind.Failed,
            AppEffect.Denied => StatusKind.Cannot,
            _ => StatusKind.Unknown,
        };

    /// <summary>The type of the rule.</summary>
    public static string Kind(AppRule rule) => rule.Match(_ => "Store app", _ => "Program", _ => "Path", _ => "Hash");

    /// <summary>The first part of a subject: "CN=Microsoft Corporation, O=…" becomes "Microsoft Corporation".</summary>
    private static string Name(string publisher)
    {
        var first = publisher.Split(',', 2)[0];
        return first.Split('=', 2) is [_, var name] ? name.Trim() : first;
    }
}
