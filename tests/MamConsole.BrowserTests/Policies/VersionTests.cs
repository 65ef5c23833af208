using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.NetworkBoundary;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>Changes, their effects on PCs and their reasons, before and after publishing.</summary>
public sealed class VersionTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task FieldComment_IsWrittenByKeyboardAndShownBeforePublishing()
    {
        var policy = await Demo.CreatePolicyAsync("Reasons");
        var page = await OpenAsync(Demo.Author, $"{policy}/lock");

        await page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true }).FocusAsync();
        await page.TabToAsync("^Comment on Maximum inactivity time until lock$");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Comment: Maximum inactivity time until lock")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Asked for by the audit");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Button("Comment on Maximum inactivity time until lock")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Comment: Maximum inactivity time until lock")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Asked for by the audit");
        await page.TabToAsync("^Done$");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Button("Edit comment: Maximum inactivity time until lock")).ToBeFocusedAsync();
        await Expect(page.GetByText("(Comment: “Asked for by the audit”)")).ToBeVisibleAsync();
        await page.DraftIsSavedAsync();

        await page.Link("Review and publish").ClickAsync();
        await Expect(page.GetByText("Comment: “Asked for by the audit”", new() { Exact = true })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.AnswersAsync();
        await Expect(page.GetByText("Comment: “Asked for by the audit”", new() { Exact = true })).ToBeVisibleAsync();

        // An empty comment is removed.
        await page.VisitAsync($"{policy}/lock");
        await page.Button("Edit comment: Maximum inactivity time until lock").ClickAsync();
        await page.GetByLabel("Comment: Maximum inactivity time until lock").FillAsync("");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Button("Comment on Maximum inactivity time until lock")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task FieldComment_IsReadOnlyForHelpDesk()
    {
        var policy = await Demo.CreatePolicyAsync(
            "Read reasons",
            draft =>
                draft with
                {
                    Comments = PolicyEngine.Authoring.FieldComments.Of(
                        new PolicyEngine.Authoring.FieldComment("deviceLock.lockAfterMinutes", "Trains")
                    ),
                }
        );
        var page = await OpenAsync(Demo.HelpDesk, $"{policy}/lock");

        await Expect(page.GetByText("Comment: “Trains”", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.ButtonLike("^(Comment on|Edit comment)")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task PublishPage_CountsAffectedPcsAndThoseThatCannotEnforceProtection()
    {
        // One of the two PCs runs a version of Windows that acknowledges WIP and does not enforce it.
        string[] people = ["Carmen Castro", "Dario Dvorak"];
        foreach (var person in people)
        {
            await Demo.DeviceAsync(person);
        }

        var policy = await Demo.CreatePolicyAsync(
            "Effects",
            draft =>
                draft with
                {
                    Assignment = new AssignmentSettings
                    {
                        To = AssignmentKind.People,
                        Priority = "1",
                        People = [.. Demo.People.Where(p => people.Contains(p.DisplayName)).Select(p => p.UserName)],
                    },
                    NetworkBoundary = draft.NetworkBoundary with
                    {
                        CloudResources = draft.NetworkBoundary.CloudResources.Add(new CloudResource { Host = "effects.northwind.example" }),
                    },
                    DeviceLock = draft.DeviceLock with { LockAfterMinutes = "1" },
                }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/publish");

        var line = page.GetByRole(AriaRole.Region, new() { Name = "Effects on PCs" });
        await Expect(line).ToContainTextAsync(new Regex("1 cannot enforce its WIP settings"));
        await line.GetByText(new Regex("effects, counted$")).ClickAsync();
        await Expect(
                line.GetByRole(AriaRole.Row).Filter(new() { HasText = "Cannot enforce its WIP settings" }).GetByRole(AriaRole.Cell).Last
            )
            .ToHaveTextAsync("1");
        await Expect(line.GetByRole(AriaRole.Row).Filter(new() { HasText = "lock" }).GetByRole(AriaRole.Cell).Last).ToHaveTextAsync("2");
    }

    [Fact]
    public async Task PublishPage_PredictsRemovalsAndAddsTheResolvingValueToTheDraft()
    {
        var policy = await Demo.CreatePolicyAsync("Leaving");
        await Demo.PublishAsync(policy, "As it began");
        await Demo.ChangeDraftAsync(policy, draft => draft with { DeviceLock = draft.DeviceLock with { History = "" } });
        var page = await OpenAsync(Demo.Author, $"{policy}/publish");

        var removals = page.GetByRole(AriaRole.Region, new() { Name = "Removed settings" });
        await Expect(removals).ToContainTextAsync("Windows returns to allowing old passwords again.");
        await Expect(removals).ToContainTextAsync("Not confirmed on a PC");
        await removals.GetByRole(AriaRole.Button, new() { Name = "Set to “old ones can be reused” for Password history" }).ClickAsync();

        await Expect(removals).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Old passwords can be reused." })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task PublishPage_RequiresAReasonPerWarningAndStoresItWithTheVersion()
    {
        var policy = await Demo.CreatePolicyAsync(
            "Accepting",
            draft => draft with { DeviceLock = draft.DeviceLock with { CharacterGroups = "2" } }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/publish");
        var act = page.ButtonLike("^Publish version 1");
        await Expect(act).ToHaveAccessibleDescriptionAsync(new Regex("^Enter a reason"));

        var fields = page.GetByLabel(new Regex("^Reason for accepting .+: "));
        for (var i = 0; i < await fields.CountAsync(); i++)
        {
            await fields.Nth(i).FillAsync($"Known, number {i + 1}");
        }

        await Expect(act).ToBeEnabledAsync();
        await act.ClickAsync();
        await Expect(page.GetByText("Version 1 is published.", new() { Exact = true })).ToBeVisibleAsync();
        var version = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Version 1" });
        await version.GetByText(new Regex("warnings? accepted")).ClickAsync();
        await Expect(version).ToContainTextAsync("“Known, number 1”");
    }

    [Fact]
    public async Task VersionsPage_ComparesAVersionWithTheDraftSideBySideAndUnified()
    {
        var policy = await Demo.CreatePolicyAsync("Comparing");
        await Demo.PublishAsync(policy, "As it began");
        await Demo.ChangeDraftAsync(
            policy,
            draft =>
                draft with
                {
                    NetworkBoundary = draft.NetworkBoundary with
                    {
                        CloudResources = draft
                            .NetworkBoundary.CloudResources.RemoveAt(0)
                            .Add(new CloudResource { Host = "new.northwind.example" }),
                    },
                    Comments = PolicyEngine.Authoring.FieldComments.Of(
                        new PolicyEngine.Authoring.FieldComment("networkBoundary.cloudResources", "The site moved")
                    ),
                }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/versions?from=1&to=draft");
        await Expect(page.Title()).ToHaveTextAsync("Comparing: the draft compared with 1");
        var row = page.Row("Cloud resources");
        await Expect(row.GetByRole(AriaRole.Cell).Nth(0)).ToContainTextAsync("removed");
        await Expect(row.GetByRole(AriaRole.Cell).Nth(1)).ToContainTextAsync("added new.northwind.example");
        await Expect(row).ToContainTextAsync("Comment: “The site moved”");
        await Expect(page.GetByText(", “As it began”")).ToBeVisibleAsync();

        await page.Link("Unified").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("view=unified"));
        await Expect(row).ToHaveCountAsync(0);
        var line = page.GetByRole(AriaRole.Listitem)
            .Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("^Cloud resources") }) })
            .First;
        await Expect(line).ToContainTextAsync("added new.northwind.example");

        await page.Button("Show CSP values").ClickAsync();
        await Expect(line).ToContainTextAsync("NetworkIsolation/EnterpriseCloudResources");
        await page.GetByLabel("From", new() { Exact = true }).SelectOptionAsync("0");
        await Expect(page).ToHaveURLAsync(new Regex("from=0&to=draft&view=unified&wire=1"));
    }

    [Fact]
    public async Task VersionComment_IsAddedByAuditorAndReadOnlyForHelpDesk()
    {
        var policy = await Demo.CreatePolicyAsync("Minutes");
        await Demo.PublishAsync(policy, "As it began");
        var page = await OpenAsync(Demo.Auditor, $"{policy}/versions");
        await page.Link("Comment on version 1").ClickAsync();
        var field = page.GetByLabel("Comment on version 1");
        await Expect(field).ToBeFocusedAsync();
        await page.Button("Add the comment").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Enter a comment." })).ToBeVisibleAsync();

        await field.FillAsync("Agreed in the meeting of May.");
        await page.Button("Add the comment").ClickAsync();
        await Expect(field).ToHaveCountAsync(0);
        await Expect(page.GetByText("Agreed in the meeting of May.")).ToBeVisibleAsync();

        var reader = await OpenAsync(Demo.HelpDesk, $"{policy}/versions");
        await Expect(reader.GetByText("Agreed in the meeting of May.")).ToBeVisibleAsync();
        await Expect(reader.LinkLike("^Comment")).ToHaveCountAsync(0);
    }
}
