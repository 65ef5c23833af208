using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Shell;

/// <summary>The frame of every page: theme, search, addresses and the connection to the server.</summary>
public sealed class FrameTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task Theme_IsStoredForOtherTabs()
    {
        var page = await OpenAsync(Demo.Author, "policies");
        await page.Button("Switch to the dark theme").ClickAsync();
        await Expect(page.Locator("html[data-theme=dark]")).ToBeAttachedAsync();

        var next = await page.Context.NewPageAsync();
        await next.VisitAsync("devices");
        await Expect(next.Locator("html[data-theme=dark]")).ToBeAttachedAsync();
        await Expect(next.Button("Switch to the light theme")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Slash_FocusesTheSearchAndIsTypedInsideAField()
    {
        var page = await OpenAsync(Demo.Author, "policies");
        var search = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search people, devices and policies" });
        await page.Keyboard.PressAsync("/");
        await Expect(search).ToBeFocusedAsync();
        await Expect(search).ToHaveValueAsync("");

        await page.Keyboard.TypeAsync("fin/ance");
        await Expect(search).ToHaveValueAsync("fin/ance");
        await page.Keyboard.PressAsync("Escape");
        await Expect(search).Not.ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("minimum password")]
    [InlineData("MinDevicePasswordLength")]
    [InlineData("minimum number of characters in a password")]
    public async Task Search_FindsSettingByLabelNodeAndSentenceAndLinksToItsArea(string words)
    {
        var page = await OpenAsync(Demo.Author, $"search?q={Uri.EscapeDataString(words)}");
        var setting = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Minimum password length" });

        await setting.GetByRole(AriaRole.Link, new() { Name = "Everyone", Exact = true }).ClickAsync();

        await Expect(page.GetByLabel("Minimum password length", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task DeviceList_RestoresItsFiltersOnBackAndForward()
    {
        var page = await OpenAsync(Demo.HelpDesk, "devices");
        await Expect(page.Link("Aino Almeida")).ToBeVisibleAsync();
        await page.GetByLabel("Person or PC").FillAsync("aino");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("1 PC matches.")).ToBeVisibleAsync();
        await page.Link("Not seen").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No PC matches" })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync($"{Demo.Url}devices?q=aino&state=Stale");

        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync($"{Demo.Url}devices?q=aino");
        await Expect(page.Link("Aino Almeida")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Person or PC")).ToHaveValueAsync("aino");
        await page.GoBackAsync();
        await Expect(page.Link("Bela Bergman")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Person or PC")).ToHaveValueAsync("");
        await page.GoForwardAsync();
        await Expect(page.Link("Bela Bergman")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Reconnect_RestoresTheTypedValuesAfterALostConnection()
    {
        var page = await OpenAsync(Demo.Author, $"{await Demo.CreatePolicyAsync("Interrupted")}/lock");
        IsExpected = complaint => complaint.Contains("Connection", StringComparison.OrdinalIgnoreCase);
        await page.EnterAsync("Maximum inactivity time until lock", "44");
        await page.EvaluateAsync("Blazor._internal.forceCloseConnection()");
        await page.EnterAsync("Minimum password length", "10");

        await Expect(page.GetByText("Passwords have 10 characters or more.").First).ToBeVisibleAsync();
        await Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        await Expect(page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true })).ToHaveValueAsync("44");
        await page.DraftIsSavedAsync();
    }
}
