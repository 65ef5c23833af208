using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Accessibility;

/// <summary>Every page satisfies all rules of axe in both themes and fits the width of a phone.</summary>
public sealed class EveryPageTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    public static TheoryData<string> Names => [.. PageAddresses.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Page_IsAccessibleInBothThemesAndFitsAPhone(string name)
    {
        var pageAddress = PageAddresses.All[name];
        IsExpected = complaint => name == "not found" && complaint.Contains("status of 404", StringComparison.Ordinal);
        var page = await OpenTabAsync(pageAddress.Who(Demo), await pageAddress.Address(Demo));
        await pageAddress.Arrive(page);
        await InspectAsync(page, name);
    }

    /// <summary>
    /// Checks a page that is open in the light theme. The phone width is checked in the dark theme, so that two full runs cover both themes
    /// and both widths.
    /// </summary>
    internal static async Task InspectAsync(IPage page, string name)
    {
        var file = name.Replace(",", "", StringComparison.Ordinal).Replace(' ', '-');
        await page.PictureAsync($"{file}-light");
        var light = await page.ViolationsAsync();

        await GoDarkAsync(page);
        await page.PictureAsync($"{file}-dark");
        var dark = await page.ColorViolationsAsync();

        await page.SetViewportSizeAsync(375, 740);
        await page.PictureAsync($"{file}-phone");
        var phone = await page.ViolationsAsync();
        var sideways = await page.OverflowAsync();
        var unreadable = await page.UnreadableAsync();
        var hidden = await HiddenActsAsync(page);

        Assert.Multiple(
            () => Assert.True(light.Length == 0, $"Light:{Environment.NewLine}{light}"),
            () => Assert.True(dark.Length == 0, $"Dark:{Environment.NewLine}{dark}"),
            () => Assert.True(phone.Length == 0, $"On a phone:{Environment.NewLine}{phone}"),
            () => Assert.True(sideways.Length == 0, $"Scrolls sideways:{Environment.NewLine}{sideways}"),
            () => Assert.True(unreadable.Length == 0, $"Runs out of its box:{Environment.NewLine}{unreadable}"),
            () => Assert.Equal("", hidden)
        );
    }

    /// <summary>Uses the page's own button; pages without one follow the color scheme of the system.</summary>
    private static async Task GoDarkAsync(IPage page)
    {
        var button = page.Button("Switch to the dark theme");
        if (await button.CountAsync() > 0)
        {
            await button.ClickAsync();
            await Expect(page.Button("Switch to the light theme")).ToBeVisibleAsync();
        }
        else
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            if (await page.Locator("html[data-theme]").CountAsync() > 0)
            {
                await page.ReloadAsync();
                await Expect(page.Locator("html[data-theme=dark]")).ToBeAttachedAsync();
            }
        }
    }

    /// <summary>The filled buttons that are not visible at the width of a phone.</summary>
    private static Task<string> HiddenActsAsync(IPage page) =>
        page.EvaluateAsync<string>(
            """
            () => [...document.querySelectorAll(".btn.primary, .btn.danger, main button[type=submit], #main button[type=submit]")]
              .filter(act => { const box = act.getBoundingClientRect(); return !act.checkVisibility() || box.width === 0 || box.left < 0 || box.right > 375; })
              .map(act => act.textContent.trim()).join(", ")
            """
        );
}
