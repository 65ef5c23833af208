using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Stories;

/// <summary>
/// The first minute with the demo: see PCs enroll, follow the tour, change the lock time, publish it, and see a PC receive it.
/// </summary>
public sealed class FirstMinuteTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task Tour_LeadsFromTheFirstPcToASettingThatIsReadBack()
    {
        var page = await OpenAsync(Demo.Author);
        var tour = page.GetByRole(AriaRole.Region, new() { Name = "Tour in four steps" });
        await Expect(tour.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("(done)");

        await tour.GetByRole(AriaRole.Link, new() { Name = "See PCs enroll" }).ClickAsync();
        await Expect(page.Link("Dario Dvorak")).ToBeVisibleAsync();
        var device = await page.Link("Dario Dvorak").GetAttributeAsync("href");

        await page.Link("Overview").First.ClickAsync();
        await tour.GetByRole(AriaRole.Link, new() { Name = "Change the lock time" }).ClickAsync();
        await page.EnterAsync("Maximum inactivity time until lock", "7");
        await Expect(page.GetByText("The PC locks after 7 minutes without use.").First).ToBeVisibleAsync();

        // The link is followed before the delay after which drafts are saved automatically.
        await page.Link("Review and publish").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The PC locks after 7 minutes without use." })).ToBeVisibleAsync();
        await page.EnterAsync("Reason", "Fifteen minutes were too long");
        await page.ButtonLike(@"^Publish version \d+ to \d+ PCs$").ClickAsync();
        await Expect(page.GetByText(new Regex(@"^Version \d+ is published\."))).ToBeVisibleAsync();

        await page.VisitAsync(device!);
        await Expect(page.GetByText("Your PC has everything that we sent.")).ToBeVisibleAsync();
        var setting = page.Row("Maximum inactivity time until lock");
        await Expect(setting).ToContainTextAsync("7 minutes");
        await Expect(setting.GetByRole(AriaRole.Cell).Last).ToContainTextAsync("yes,");

        await page.Button("Show CSP values").ClickAsync();
        await Expect(page.GetByText(new Regex(@"DeviceLock/MaxInactivityTimeDeviceLock · int · 7$"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Tour_StaysHiddenAfterItIsDismissed()
    {
        var page = await OpenAsync(Demo.Author);
        await page.Button("Hide permanently").ClickAsync();
        await Expect(page.GetByText("Tour in four steps")).ToHaveCountAsync(0);

        await page.ReloadAsync();
        await page.AnswersAsync();
        await Expect(page.GetByText("What needs attention")).ToBeVisibleAsync();
        await Expect(page.GetByText("Tour in four steps")).ToHaveCountAsync(0);
    }
}
