using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MamConsole.BrowserTests.Drivers;

/// <summary>Automated checks of a page: the rules of axe and its width; also a screenshot for review by a person.</summary>
internal static class Inspection
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>The rules that depend on the theme; all other rules give the same result in both themes.</summary>
    private static readonly AxeRunOptions ColorRules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>
    /// JavaScript functions that select the visible elements outside of boxes that scroll or clip their content, and that describe an
    /// element. Hidden texts for screen readers are clipped.
    /// </summary>
    private const string Tools = """
        const cuts = element => element && !element.matches("main, #main, body") && (getComputedStyle(element).overflowX !== "visible" || cuts(element.parentElement));
        const shown = selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility() && !cuts(element));
        const told = element => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 60)}`;
        """;

    /// <summary>The violations that axe finds, a line for each node; empty when there are none.</summary>
    public static Task<string> ViolationsAsync(this IPage page) => ViolationsAsync(page, Rules);

    /// <summary>The violations of color rules, for a page that was checked with all rules in the other theme.</summary>
    public static Task<string> ColorViolationsAsync(this IPage page) => ViolationsAsync(page, ColorRules);

    private static async Task<string> ViolationsAsync(IPage page, AxeRunOptions rules)
    {
        var result = await page.RunAxe(rules);
        return string.Join(
            Environment.NewLine,
            result.Violations.SelectMany(violation =>
                violation.Nodes.Select(node =>
                    $"[{violation.Impact}] {violation.Id}: {violation.Help} — {node.Target} — {node.Html} — "
                    + $"{string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"
                )
            )
        );
    }

    /// <summary>
    /// The elements that extend beyond the right edge of the page, scrollable or clipped; empty when everything fits. Boxes that scroll
    /// their own content are not checked.
    /// </summary>
    public static async Task<string> OverflowAsync(this IPage page) =>
        await page.EvaluateAsync<string>(
            $$"""
            () => {
              {{Tools}}
              const width = document.documentElement.clientWidth;
              const scrolled = document.documentElement.scrollWidth > width ? [`The document is ${document.documentElement.scrollWidth} wide.`] : [];
              return [...scrolled, ...shown("body *")
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .map(element => `${told(element)} reaches ${Math.round(element.getBoundingClientRect().right)} of ${width}`)].join("\n");
            }
            """
        );

    /// <summary>
    /// The texts that overflow their box or are broken into a column of single letters; empty when all are readable.
    /// </summary>
    public static async Task<string> UnreadableAsync(this IPage page) =>
        await page.EvaluateAsync<string>(
            $$"""
            () => {
              {{Tools}}
              const hasWords = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 3);
              const lines = element => { const range = document.createRange(); range.selectNodeContents(element); return [...range.getClientRects()]; };
              const runsOut = element => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
              const isColumn = element => lines(element).length > 4 && Math.max(...lines(element).map(line => line.width)) < 30;
              return shown("main *, #main *").filter(element => hasWords(element) && (runsOut(element) || isColumn(element))).map(told).join("\n");
            }
            """
        );

    /// <summary>
    /// Saves a screenshot of the whole page in the folder that MAMCONSOLE_SCREENSHOTS names; has no effect when the variable is not set.
    /// </summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MAMCONSOLE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
