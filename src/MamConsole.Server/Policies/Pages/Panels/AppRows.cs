using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>The page of a list of apps that is shown; lists may have thousands of rows.</summary>
/// <param name="Shown">The rows with their index in the whole list.</param>
/// <param name="Page">The page, starting at 0.</param>
/// <param name="Pages">The number of pages, at least 1.</param>
/// <param name="Status">A text that describes the shown rows.</param>
internal sealed record AppRows(IReadOnlyList<(int Index, AppRule Rule)> Shown, int Page, int Pages, string Status)
{
    public const int PerPage = 50;

    /// <param name="rules">The whole list.</param>
    /// <param name="find">Words that each row must contain; empty = all rows.</param>
    /// <param name="page">The requested page; the last page when it is greater.</param>
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
