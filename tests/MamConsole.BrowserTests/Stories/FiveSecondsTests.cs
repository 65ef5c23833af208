using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Stories;

/// <summary>
/// The unit is shown while a value is typed; an invalid value is reported at its field, is stored in the draft, and blocks publishing.
/// </summary>
public sealed class FiveSecondsTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task LockTime_ShowsItsUnitWhileTyping()
    {
        var page = await OpenAsync(Demo.Author, $"{await Demo.CreatePolicyAsync("Five")}/lock");
        await page.EnterAsync("Maximum inactivity time until lock", "");
        await page.EnterAsync("Maximum inactivity time until lock", "5");

        await Expect(page.Locator(".form").GetByText("The PC locks after 5 minutes without use.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true }))
            .ToHaveAccessibleDescriptionAsync(new Regex("Minutes, not seconds. In Exchange this is 300 seconds."));
    }

    [Fact]
    public async Task InvalidValue_IsShownAtItsFieldSavedAndBlocksPublishing()
    {
        var policy = await Demo.CreatePolicyAsync("Wrong value");
        var page = await OpenAsync(Demo.Author, $"{policy}/lock");
        var field = page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true });
        await Expect(field).Not.ToHaveAttributeAsync("aria-invalid", "true");

        await page.EnterAsync("Maximum inactivity time until lock", "5000");
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(field).ToHaveAccessibleDescriptionAsync(new Regex("Blocks publishing: Windows accepts 0 to 999 whole minutes"));
        await Expect(
                page.GetByRole(AriaRole.Navigation, new() { Name = "Areas of this policy" })
                    .GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Device lock") })
            )
            .ToContainTextAsync("1 blocking");
        await page.DraftIsSavedAsync();

        await page.ReloadAsync();
        await page.AnswersAsync();
        await Expect(field).ToHaveValueAsync("5000");
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");

        await page.Link("Review and publish").ClickAsync();
        await Expect(page.ButtonLike("^Publish version")).ToBeDisabledAsync();
        await page.LinkLike("^Windows accepts 0 to 999 whole minutes").ClickAsync();
        await Expect(field).ToBeFocusedAsync();

        await page.EnterAsync("Maximum inactivity time until lock", "50");
        await Expect(field).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await page.DraftIsSavedAsync();
    }
}
