using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine.Assignment;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Stories;

/// <summary>
/// Before an MDM handoff is offered, four check-list items and one sentence predict the result for work files on these PCs.
/// </summary>
public sealed class LinkTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task HandoffCheckList_FollowsTheStatedMdmSettingsAndCountsRealPcs()
    {
        string[] people = ["Dario Dvorak", "Elif Eriksen"];
        foreach (var person in people)
        {
            var device = await OpenAsync(Demo.Author, $"devices/{await Demo.DeviceAsync(person)}");
            await Expect(device.Row("Maximum inactivity time until lock").GetByRole(AriaRole.Cell).Last).ToContainTextAsync("yes,");
        }

        var names = Demo.People.Where(person => people.Contains(person.DisplayName)).Select(person => person.UserName);
        var policy = await Demo.CreatePolicyAsync(
            "The link",
            draft =>
                draft with
                {
                    Assignment = new AssignmentSettings { To = AssignmentKind.People, People = [.. names] },
                    InformationProtection = draft.InformationProtection with { RevokeOnMdmHandoff = false },
                }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/move");
        var items = page.GetByRole(AriaRole.List, new() { Name = "Check-list" }).GetByRole(AriaRole.Listitem);
        var sentence = page.Locator(".check-list .sentence");
        await Expect(items.Nth(0)).ToContainTextAsync("0 Home, 2 Pro or above.");
        await Expect(items.Nth(1)).ToContainTextAsync("On in this policy. Not stated for the MDM, and this server cannot see it.");
        await Expect(items.Nth(2)).ToContainTextAsync("northwind.example in this policy. Not stated for the MDM.");
        await Expect(items.Nth(3)).ToContainTextAsync("Read back as 0 on all 2 PCs.");
        await Expect(items.Locator(".st")).ToHaveTextAsync(["Good", "Unknown", "Unknown", "Good"]);
        await Expect(sentence)
            .ToHaveTextAsync("If you offered the MDM handoff and a user accepted it now: work files are in an unknown state on 2 PCs.");

        await page.EnterAsync("MDM discovery URL", "https://mdm.northwind.example/EnrollmentServer/Discovery.svc");
        await page.Group("WIP in the MDM").GetByLabel("Yes").CheckAsync();
        await page.EnterAsync("Enterprise ID in the MDM", "Northwind.example");
        await Expect(sentence).ToHaveTextAsync("If a user follows the link now: work files are retained on 2 PCs.");
        await Expect(items.Locator(".st")).ToHaveTextAsync(["Good", "Good", "Good", "Good"]);

        await page.EnterAsync("Enterprise ID in the MDM", "tailspin.example");
        await Expect(sentence).ToHaveTextAsync("If a user follows the link now: work files are wiped on 2 PCs.");
        await Expect(items.Nth(2)).ToContainTextAsync("northwind.example in this policy, tailspin.example in the MDM");
        await Expect(
                page.GetByRole(AriaRole.Navigation, new() { Name = "Areas of this policy" })
                    .GetByRole(AriaRole.Link, new() { NameRegex = new("^MDM handoff") })
            )
            .ToContainTextAsync("blocking");

        await page.GetByText("Details by type of PC").ClickAsync();
        await Expect(page.Row("H08").GetByRole(AriaRole.Cell).Last).ToHaveTextAsync("2");
        await page.DraftIsSavedAsync();
    }
}
