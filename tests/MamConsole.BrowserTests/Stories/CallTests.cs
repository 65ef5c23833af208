using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Stories;

/// <summary>The call: search a name, read one sentence aloud, see what failed since when and what to ask.</summary>
public sealed class CallTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task Help_desk_finds_the_pc_of_the_caller_and_knows_what_to_say()
    {
        var person = Demo.People[6];
        var page = await OpenAsync(Demo.HelpDesk, "devices?state=Failed");
        await Expect(page.Link(person.DisplayName)).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("greta");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Title()).ToHaveTextAsync("Search: greta");
        await page.Link(person.DisplayName).ClickAsync();

        await Expect(page.Title()).ToHaveTextAsync("Greta Grant’s PC");
        await Expect(page.GetByText("Your PC has what we sent, except for “Old passwords not to reuse”.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ask this" })).ToBeVisibleAsync();
        await Expect(page.Row("Old passwords not to reuse").GetByRole(AriaRole.Cell).Nth(2)).Not.ToContainTextAsync("yes,");

        await page.Link("Only exceptions").ClickAsync();
        await Expect(page.Row("Lock after")).ToHaveCountAsync(0);
        await Expect(page.Row("Old passwords not to reuse")).ToBeVisibleAsync();

        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Button("Copy").ClickAsync();
        await Expect(page.Locator("#announcements")).ToHaveTextAsync("Copied.");
        Assert.StartsWith("Your PC has what we sent, except for", await page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
    }
}
