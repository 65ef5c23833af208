using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine.Assignment;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>The assignment of a policy: its form with the keyboard, the audience as a list, and the explanation for one PC.</summary>
public sealed class AssignmentTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task AssignmentPage_SelectsGroupsWithTheKeyboardAndShowsInvalidValues()
    {
        var policy = await Demo.CreatePolicyAsync("By groups");
        var page = await OpenAsync(Demo.Author, $"{policy}/assignment");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Members of groups") }).CheckAsync();
        await Expect(page.GetByText("Choose at least one group, or choose nobody.").First).ToBeVisibleAsync();

        var picker = page.GetByLabel("Find a group for Groups", new() { Exact = true });
        await picker.FillAsync("sal");
        await Expect(page.GetByText("2 groups found. Select with the arrow keys and press Enter to add.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Sales");
        await picker.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Sales, Nordics");
        await picker.PressAsync("Enter");
        await Expect(page.Group("Groups").GetByRole(AriaRole.Button, new() { Name = "Remove Sales, Nordics from Groups" }))
            .ToBeVisibleAsync();
        await Expect(picker).ToHaveValueAsync("");

        await page.GetByText("Except some people, or only some PCs").ClickAsync();
        var except = page.GetByLabel("Find a group for Excluded groups", new() { Exact = true });
        await except.FillAsync("nordics");
        await page.GetByRole(AriaRole.Option).ClickAsync();
        await Expect(page.GetByText(new Regex("Sales, Nordics is both included and excluded")).First).ToBeVisibleAsync();
        await page.Button("Remove Sales, Nordics from Excluded groups").ClickAsync();

        await page.EnterAsync("Priority", "first");
        await Expect(page.GetByLabel("Priority", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await page.EnterAsync("Priority", "20");
        await page.EnterAsync("Maximum OS version", "22631");
        await page.GetByLabel("Pro", new() { Exact = true }).CheckAsync();
        await page.DraftIsSavedAsync();
        await Expect(page.GetByText("Only PCs with Windows 11 23H2 or earlier get the policy.").First).ToBeVisibleAsync();

        await page.VisitAsync("policies");
        await Expect(page.Row("By groups")).ToContainTextAsync("Everyone in Sales, Nordics, on Windows 11 23H2 and earlier, edition Pro");
        await Expect(page.Row("By groups")).ToContainTextAsync("priority 20");
    }

    [Fact]
    public async Task GroupPicker_AcceptsAnObjectIdThatNoGroupNameMatches()
    {
        var policy = await Demo.CreatePolicyAsync(
            "By object id",
            draft => draft with { Assignment = new AssignmentSettings { To = AssignmentKind.Groups } }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/assignment");

        await page.GetByLabel("Find a group for Groups", new() { Exact = true }).FillAsync("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d");
        await page.Button("Add this object id anyway").ClickAsync();

        await Expect(page.Button("Remove 7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d from Groups")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AudiencePage_LinksToTheAssignmentExplanationOfAPc()
    {
        // The check-ins of these PCs do not depend on the policies that other tests publish.
        var id = await Demo.DeviceAsync("Bela Bergman");
        var page = await OpenAsync(Demo.HelpDesk, $"{await Demo.PolicyAsync("Everyone")}/who");
        await Expect(page.Title()).ToHaveTextAsync("Who gets Everyone?");
        await page.LinkLike("^Match, get another").ClickAsync();
        await Expect(page.Row("Bela Bergman"))
            .ToContainTextAsync(
                "“Finance” takes precedence: both have priority 500, and that policy names the person "
                    + "while this one is assigned to everyone."
            );

        await page.Link("Bela Bergman").ClickAsync();
        await Expect(page.Title()).ToHaveTextAsync("Why Bela Bergman’s PC gets its policy");
        Assert.EndsWith($"devices/{id}/why", page.Url, StringComparison.Ordinal);
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Gets it" })).ToContainTextAsync("Finance");
        await Expect(page.GetByText(new Regex("were read from Entra"))).ToBeVisibleAsync();

        await page.GetByLabel("Move it to", new() { Exact = true }).FillAsync("Early; late");
        await page.Button("Move").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("only letters, digits, spaces and hyphens");
        await page.GetByLabel("Move it to", new() { Exact = true }).FillAsync("Early");
        await page.Button("Move").ClickAsync();
        await Expect(page.GetByText("The PC is in Early now", new() { Exact = false })).ToBeVisibleAsync();
        await page.Button("Read them now").ClickAsync();
        await Expect(page.GetByText("The groups were read and have not changed.")).ToBeVisibleAsync();
    }
}
