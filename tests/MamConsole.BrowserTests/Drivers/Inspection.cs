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

    /// <summary>Words that run out of their box over what stands beside it, or stand in a column of single letters; empty when all can be read.</summary>
    public static Task<string> UnreadableAsync(this IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const scrolls = element => element && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
          const told = element => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 60)}`;
          const lines = element => { const range = document.createRange(); range.selectNodeContents(element); return [...range.getClientRects()]; };
          return [...document.querySelectorAll("main *")]
            .filter(element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 3) && element.checkVisibility() && !scrolls(element))
            .filter(element => {
              const box = element.getBoundingClientRect();
              return box.width > 1 && (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 || (lines(element).length > 4 && Math.max(...lines(element).map(line => line.width)) < 30));
            })
            .map(told).join("\n");
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
