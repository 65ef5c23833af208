using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Shell;

/// <summary>The main tasks with the keyboard alone.</summary>
public sealed class KeyboardTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task Keyboard_SignsInEditsAndPublishesWithoutAMouse()
    {
        var page = await OpenWindowAsync();
        await page.GotoAsync("");
        await Expect(page.GetByLabel("User name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Demo.Author.UserName);
        await page.TabToAsync("^Password$");
        await page.Keyboard.TypeAsync(Demo.Author.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.AnswersAsync();
        await Expect(page.Title()).ToBeFocusedAsync();

        await Expect(page.Link("Change the lock time")).ToBeVisibleAsync();
        await page.TabToAsync("^Change the lock time$");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Title()).ToBeFocusedAsync();

        await page.TabToAsync("^Maximum inactivity time until lock$");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("9");
        await Expect(page.GetByText("The PC locks after 9 minutes without use.").First).ToBeVisibleAsync();
        await page.TabBackToAsync("^Review and publish$");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Title()).ToHaveTextAsync(new Regex("^Publish Everyone"));
        await Expect(page.Title()).ToBeFocusedAsync();

        await page.TabToAsync("^Reason( \\(optional\\))?$");
        await page.Keyboard.TypeAsync("Without a mouse");
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Publish version") })).ToBeEnabledAsync();
        await page.TabToAsync("^Publish version");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText(new Regex(@"^Version \d+ is published\."))).ToBeVisibleAsync();
        await Expect(page.Title()).ToHaveTextAsync(new Regex("compared with"));
        await Expect(page.Title()).ToBeFocusedAsync();
        await page.TabToAsync("^Watch them on the overview$");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Title()).ToHaveTextAsync("Overview");
    }

    [Fact]
    public async Task Keyboard_SkipsTheNavigationAndSelectsTabsWithArrowKeys()
    {
        var page = await OpenAsync(Demo.Author, $"{await Demo.PolicyAsync("Everyone")}/lock");
        await Expect(page.Title()).ToBeFocusedAsync();
        await page.TabBackToAsync("^Skip to the page$");
        await Expect(page.Link("Skip to the page")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();

        var tabs = page.GetByRole(AriaRole.Tab);
        await tabs.First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(tabs.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(tabs.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(page).ToHaveURLAsync(new Regex("panel="));
    }
}
