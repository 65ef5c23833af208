using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MamConsole.BrowserTests.Drivers;

/// <summary>Navigation through a page with the keyboard alone.</summary>
internal static class Keyboard
{
    /// <summary>The maximum number of tab stops between two elements of a page.</summary>
    private const int MaximumStops = 80;

    /// <summary>
    /// The accessible name of the focused element (its label, its own name or its text), and whether the focus is visible as an outline or
    /// a shadow. One evaluation returns both, because a page may move the focus between two evaluations.
    /// </summary>
    private const string Focused = """
        () => {
          const at = document.activeElement, style = getComputedStyle(at);
          const text = element => element.innerText ?? element.textContent ?? "";
          return {
            name: (at.getAttribute("aria-label") ?? (at.labels?.length ? text(at.labels[0]) : text(at))).replace(/\s+/g, " ").trim(),
            visible: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none",
          };
        }
        """;

    /// <summary>
    /// Presses Tab until the element with a matching name has the focus, and checks at every stop that the focus is visible.
    /// </summary>
    /// <returns>The number of tab stops.</returns>
    public static Task<int> TabToAsync(this IPage page, string pattern) => MoveToAsync(page, "Tab", pattern);

    /// <summary>Presses Shift+Tab until the element with a matching name has the focus.</summary>
    public static Task<int> TabBackToAsync(this IPage page, string pattern) => MoveToAsync(page, "Shift+Tab", pattern);

    private static async Task<int> MoveToAsync(IPage page, string key, string pattern)
    {
        var seen = new List<string>();
        while (seen.Count < MaximumStops)
        {
            await page.Keyboard.PressAsync(key);
            var focused = await page.EvaluateAsync<JsonElement>(Focused);
            var name = focused.GetProperty("name").GetString()!;
            seen.Add(name);
            Assert.True(focused.GetProperty("visible").GetBoolean(), $"Nobody can see that “{name}” has the focus.");
            if (Regex.IsMatch(name, pattern))
            {
                return seen.Count;
            }
        }

        Assert.Fail($"{MaximumStops} times {key} never came to “{pattern}”, but to: {string.Join(" · ", seen)}");
        return 0;
    }
}
