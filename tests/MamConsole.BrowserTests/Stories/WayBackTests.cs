using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine.Assignment;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Stories;

/// <summary>Rollback: compare two versions, publish the older one again, and see a PC receive it.</summary>
public sealed class WayBackTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task Rollback_PublishesTheOldVersionAgainAndAPcReceivesIt()
    {
        var person = Demo.People[7];
        var policy = await Demo.CreatePolicyAsync(
            "Warehouse",
            draft =>
                draft with
                {
                    Assignment = new AssignmentSettings { To = AssignmentKind.People, People = [person.UserName] },
                    DeviceLock = draft.DeviceLock with { LockAfterMinutes = "12" },
                }
        );
        await Demo.PublishAsync(policy, "Opening");
        await Demo.ChangeDraftAsync(
            policy,
            draft => draft with { DeviceLock = draft.DeviceLock with { LockAfterMinutes = "60", History = "" } }
        );
        await Demo.PublishAsync(policy, "Scanners kept locking");

        var page = await OpenAsync(Demo.Author, $"{policy}/versions?from=1&to=2");
        await Expect(page.Title()).ToHaveTextAsync("Warehouse: version 2 compared with 1");
        var changed = page.Row("Maximum inactivity time until lock").GetByRole(AriaRole.Cell);
        await Expect(changed.Nth(0)).ToHaveTextAsync("12 minutes");
        await Expect(changed.Nth(1)).ToHaveTextAsync("60 minutes");
        await Expect(page.Row("Password history")).ToContainTextAsync("not set");

        await page.Link("Go back to version 1…").ClickAsync();
        var act = page.Button("Publish version 1 again, as version 3");
        await Expect(act).ToBeDisabledAsync();
        await Expect(act).ToHaveAccessibleDescriptionAsync("Enter a reason.");
        await page.EnterAsync("Reason", "An hour was far too long");
        await act.ClickAsync();

        await Expect(page.GetByText("Version 3 is published.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Title()).ToHaveTextAsync("Warehouse: version 3 compared with 2");
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "back to 1" }))
            .ToContainTextAsync("An hour was far too long");

        await page.VisitAsync("devices");
        await page.Link(person.DisplayName).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Warehouse, version 3");
        await Expect(page.GetByText("Your PC has everything that we sent.")).ToBeVisibleAsync();
        var setting = page.Row("Maximum inactivity time until lock");
        await Expect(setting).ToContainTextAsync("12 minutes");
        await Expect(setting.GetByRole(AriaRole.Cell).Last).ToContainTextAsync("yes,");
    }
}
