using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>Drafts are saved automatically, and two windows overwrite each other only after a confirmation.</summary>
public sealed class DraftTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    /// <summary>Keys arrive faster than any response: no rendering by the server may overwrite the keys pressed in the meantime.</summary>
    [Fact]
    public async Task Draft_PreservesEveryKeyOfFastTyping()
    {
        const string address = "https://mdm.northwind.example/EnrollmentServer/Discovery.svc?one=1&two=22&three=333";
        var page = await OpenAsync(Demo.Author, $"{await Demo.CreatePolicyAsync("Typed fast")}/move");
        var field = page.GetByLabel("MDM discovery URL", new() { Exact = true });

        await field.FocusAsync();
        await page.Keyboard.TypeAsync(address);

        await page.DraftIsSavedAsync();
        await Expect(field).ToHaveValueAsync(address);
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("mdm.northwind.example");
    }

    [Fact]
    public async Task Draft_ChangedInTwoWindowsOffersBothVersions()
    {
        var policy = await Demo.CreatePolicyAsync("Two windows");
        var first = await OpenAsync(Demo.Author, $"{policy}/lock");
        var second = await OpenAsync(Demo.Author, $"{policy}/lock");

        await first.EnterAsync("Maximum inactivity time until lock", "21");
        await first.DraftIsSavedAsync();
        await SeenAsync(policy, "21");

        await second.EnterAsync("Minimum password length", "9");
        var alert = second.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Your last changes are not saved." });
        await Expect(alert).ToContainTextAsync("Maja Lindqvist");
        await Expect(second.GetByText("Not saved", new() { Exact = true })).ToBeVisibleAsync();

        await second.Button("Load the saved draft and discard my changes").ClickAsync();
        await Expect(alert).ToHaveCountAsync(0);
        await Expect(second.GetByLabel("Maximum inactivity time until lock", new() { Exact = true })).ToHaveValueAsync("21");
        await Expect(second.GetByLabel("Minimum password length", new() { Exact = true })).ToHaveValueAsync("8");

        // In the opposite case, the values on the screen overwrite the stored draft.
        await second.EnterAsync("Maximum inactivity time until lock", "22");
        await second.DraftIsSavedAsync();
        await SeenAsync(policy, "22");
        await first.EnterAsync("Maximum inactivity time until lock", "23");
        await first.Button("Overwrite with my changes").ClickAsync();
        await first.DraftIsSavedAsync();
        await SeenAsync(policy, "23");
    }

    [Fact]
    public async Task Draft_NotSavedPromptsBeforeThePageIsLeft()
    {
        var policy = await Demo.CreatePolicyAsync("Unsaved");
        var page = await OpenAsync(Demo.Author, $"{policy}/lock");
        await Demo.ChangeDraftAsync(policy, draft => draft with { DeviceLock = draft.DeviceLock with { History = "7" } });
        await page.EnterAsync("Maximum inactivity time until lock", "31");
        await Expect(page.GetByText("Not saved", new() { Exact = true })).ToBeVisibleAsync();

        var prompts = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            prompts.Add(dialog.Message);
            await (prompts.Count == 1 ? dialog.DismissAsync() : dialog.AcceptAsync());
        };
        await page.Link("Devices").First.ClickAsync();
        await Expect(page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true })).ToHaveValueAsync("31");
        await page.Link("Devices").First.ClickAsync();
        await Expect(page.Title()).ToHaveTextAsync("Devices");
        Assert.Equal(2, prompts.Count);
        Assert.Contains("not saved", prompts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewPolicy_RejectsATakenNameAndStartsAsAnEmptyDraft()
    {
        var page = await OpenAsync(Demo.Author, "policies");
        await page.LinkLike("New policy").ClickAsync();
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await page.EnterAsync("Name", "Everyone");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Everyone" })).ToBeVisibleAsync();

        await page.EnterAsync("Name", "Reception");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Title()).ToHaveTextAsync("Reception");
        await Expect(page.GetByText("Nothing is set yet. Not published yet.")).ToBeVisibleAsync();
    }

    /// <summary>Checks the value in a newly opened window.</summary>
    private async Task SeenAsync(string policy, string lockAfter)
    {
        var third = await OpenAsync(Demo.HelpDesk, $"{policy}/lock");
        await Expect(third.GetByLabel("Maximum inactivity time until lock", new() { Exact = true })).ToHaveValueAsync(lockAfter);
        await third.CloseAsync();
    }
}
