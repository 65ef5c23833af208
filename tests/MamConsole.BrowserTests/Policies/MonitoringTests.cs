using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>The schedules for reads, chosen with the keyboard and shown as sentences.</summary>
public sealed class MonitoringTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task MonitoringPage_SelectsSchedulesByKeyboardAndWarnsOfPersonalData()
    {
        var policy = await Demo.CreatePolicyAsync("Watched");
        var page = await OpenAsync(Demo.Author, $"{policy}/monitoring");
        await Expect(page.GetByText("Defaults: settings and condition once a day, hardware once a week, nothing else.")).ToBeVisibleAsync();

        var condition = page.GetByRole(AriaRole.Group, new() { Name = "Health", Exact = true });
        await condition.GetByLabel("Not set: daily").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByText("Encryption, antivirus, firewall and secure boot are read from PCs at each check-in.").First)
            .ToBeVisibleAsync();
        await Expect(page.GetByText("Every check-in then requires another exchange of messages").First).ToBeVisibleAsync();

        var log = page.GetByRole(AriaRole.Group, new() { Name = "WIP audit log", Exact = true });
        await log.GetByLabel("Daily").CheckAsync(new() { Force = true });
        await Expect(log.GetByText("personal data. Mention it in the terms of use", new() { Exact = false })).ToBeVisibleAsync();
        await log.GetByLabel("Never", new() { Exact = true }).CheckAsync(new() { Force = true });
        await Expect(log.GetByText("Mention it in the terms of use", new() { Exact = false })).ToHaveCountAsync(0);
        await page.DraftIsSavedAsync();

        await page.VisitAsync($"{policy}/monitoring");
        await Expect(condition.GetByLabel("Each check-in")).ToBeCheckedAsync();
    }
}
