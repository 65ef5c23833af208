using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine.DeviceLock;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>
/// Device lock, Windows Hello for Business and check-in schedule: the page shows what Windows enforces while values change, and fills in
/// whole sets at once.
/// </summary>
public sealed class LockPanelTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task SuggestedRules_FillInAllValuesAndUndoRestoresThem()
    {
        var policy = await Demo.CreatePolicyAsync(
            "Filled in",
            draft => draft with { DeviceLock = new DeviceLockSettings { LockAfterMinutes = "3" } }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/lock");

        await page.Button("Fill in Balanced").ClickAsync();
        await Expect(page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true })).ToHaveValueAsync("10");
        await Expect(page.GetByLabel("Minimum password length", new() { Exact = true })).ToHaveValueAsync("6");
        await Expect(page.Button("Filled in Balanced")).ToBeDisabledAsync();

        await page.Group("Suggested rules").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true })).ToHaveValueAsync("3");
        await Expect(page.GetByLabel("Minimum password length", new() { Exact = true })).ToHaveValueAsync("");
        await page.DraftIsSavedAsync();
    }

    [Fact]
    public async Task DeviceLock_ShowsWhatWindowsEnforcesWhileValuesChange()
    {
        var policy = await Demo.CreatePolicyAsync(
            "Made of it",
            draft =>
                draft with
                {
                    DeviceLock = new DeviceLockSettings { LockRequired = true },
                    HelloPin = new(),
                }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/lock");
        var message = page.Group("Effects in Windows");
        await Expect(message).ToContainTextAsync("4 characters of any kind");

        await page.Group("Password type").GetByLabel("Letters and digits").CheckAsync();
        await Expect(message).ToContainTextAsync("“Letters and digits” alone makes Windows require 4 characters from 2 character sets.");
        await page.EnterAsync("Minimum password length", "8");
        await Expect(message).ToContainTextAsync("makes Windows require 2 character sets.");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Areas of this policy" })
            .GetByRole(AriaRole.Link, new() { NameRegex = new("^Windows Hello for Business") })
            .ClickAsync();
        await Expect(page.Group("Together with the device lock")).ToContainTextAsync("PINs have 8 characters or more, not 6");
        await page.EnterAsync("Maximum PIN length", "6");
        await Expect(page.GetByLabel("Maximum PIN length", new() { Exact = true }))
            .ToHaveAccessibleDescriptionAsync(
                new System.Text.RegularExpressions.Regex("Blocks publishing: The device lock requires 8 characters")
            );
        await page.DraftIsSavedAsync();
    }

    [Fact]
    public async Task CheckInSchedule_ShowsWhatPublishingMeansForTheSchedule()
    {
        var policy = await Demo.CreatePolicyAsync(
            "In hours",
            draft => draft with { Polling = new(), InformationProtection = draft.InformationProtection with { LostContactDays = "30" } }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/calls");
        var message = page.Group("Effects of publishing");
        await Expect(message).ToContainTextAsync("within 8 hours, in about 4 hours on average, and at once when a user signs in");
        await Expect(message)
            .ToContainTextAsync("A PC without contact for 30 days unenrolls itself, and its work files become unreadable.");

        await page.Group("Schedule").GetByLabel("Custom").CheckAsync();
        await page.EnterAsync("First interval", "15");
        await page.EnterAsync("First retries", "0");
        await Expect(message).ToContainTextAsync("within 15 minutes");
        await page.DraftIsSavedAsync();
    }
}
