using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>The part of a list of apps that is on the page: lists may have thousands of rows.</summary>
/// <param name="Shown">The rows with their place in the whole list.</param>
/// <param name="Page">Which part, from 0.</param>
/// <param name="Pages">How many parts there are; 1 at least.</param>
/// <param name="Status">What is shown, in words.</param>
internal sealed record AppRows(IReadOnlyList<(int Index, AppRule Rule)> Shown, int Page, int Pages, string Status)
{
    public const int PerPage = 50;

    /// <param name="rules">The whole list.</param>
    /// <param name="find">Words that each row must hold; empty = all rows.</param>
    /// <param name="page">The part that is asked for; beyond the last one it is the last one.</param>
    public static AppRows Of(ValueList<AppRule> rules, string find, int page)
    {
        var words = find.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = rules
            .Index()
            .Where(row => words.Length == 0 || Matches(row.Item, words))
            .Select(row => (row.Index, row.Item))
            .ToArray();
        var pages = Math.Max(1, (found.Length + PerPage - 1) / PerPage);
        var at = Math.Clamp(page, 0, pages - 1);
        var shown = found.Skip(at * PerPage).Take(PerPage).ToArray();
        var text =
            shown.Length == 0
                ? "no row"
                : $"{Plural.Number((at * PerPage) + 1)}–{Plural.Number((at * PerPage) + shown.Length)} of "
                    + $"{Plural.Of(found.Length, words.Length == 0 ? "row" : "match", words.Length == 0 ? "rows" : "matches")}";
        return new AppRows(shown, at, pages, text);
    }

    private static bool Matches(AppRule rule, string[] words)
    {
        var text = $"{AppRuleText.Title(rule)} {AppRuleText.Matches(rule)} {rule.Publisher}";
        return Array.TrueForAll(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
