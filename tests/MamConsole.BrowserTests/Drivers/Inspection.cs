using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MamConsole.BrowserTests.Drivers;

/// <summary>What machines can say about a page: axe's rules, its width, and a picture for human eyes.</summary>
internal static class Inspection
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>The rules that another theme can break: everything else about a page is the same in both.</summary>
    private static readonly AxeRunOptions ColorRules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>
    /// JavaScript: everything visible outside of boxes that scroll or cut by themselves, and how to name it. Hidden words for screen
    /// readers cut.
    /// </summary>
    private const string Tools = """
        const cuts = element => element && !element.matches("main, #main, body") && (getComputedStyle(element).overflowX !== "visible" || cuts(element.parentElement));
        const shown = selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility() && !cuts(element));
        const told = element => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 60)}`;
        """;

    /// <summary>What axe finds, a line for each node; empty when the page is right.</summary>
    public static Task<string> ViolationsAsync(this IPage page) => ViolationsAsync(page, Rules);

    /// <summary>What axe finds about colors, for a page whose other rules were checked in its other theme.</summary>
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
    /// What stands out to the right of the page, whether it can be scrolled to or is cut off; empty when all of it fits. Boxes inside the
    /// page that scroll by themselves may hold more.
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
    /// Words that run out of their box over what stands beside it, or stand in a column of single letters; empty when all can be read.
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

    /// <summary>Keeps a picture of the whole page in the folder that MAMCONSOLE_SCREENSHOTS names; nothing without it.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MAMCONSOLE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
