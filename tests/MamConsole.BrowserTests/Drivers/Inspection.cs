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

    /// <summary>What axe finds, a line for each node; empty when the page is right.</summary>
    public static async Task<string> ViolationsAsync(this IPage page)
    {
        var result = await page.RunAxe(Rules);
        return string.Join(Environment.NewLine, result.Violations.SelectMany(violation => violation.Nodes.Select(node =>
            $"[{violation.Impact}] {violation.Id}: {violation.Help} — {node.Target} — {node.Html} — {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}")));
    }

    /// <summary>What stands out to the right of the page, so that it scrolls sideways; empty when all of it fits. Boxes that scroll by themselves may hold more.</summary>
    public static Task<string> OverflowAsync(this IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) { return ""; }
          const scrolls = element => element && element !== document.body && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
          return [...document.body.querySelectorAll("*")]
            .filter(element => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement))
            .map(element => `${element.tagName.toLowerCase()}.${element.className} reaches ${Math.round(element.getBoundingClientRect().right)} of ${width}: ${(element.textContent ?? "").trim().slice(0, 60)}`)
            .join("\n") || `The document is ${document.documentElement.scrollWidth} wide.`;
        }
        """);

    /// <summary>Keeps a picture of the whole page in the folder that MAMCONSOLE_SCREENSHOTS names; nothing without it.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MAMCONSOLE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
