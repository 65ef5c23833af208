using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>Nothing is lost: drafts save themselves, and two windows never overwrite each other unasked.</summary>
public sealed class DraftTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    /// <summary>Keys come faster here than any answer: nothing that the server draws may go over what was pressed meanwhile.</summary>
    [Fact]
    public async Task However_fast_somebody_types_each_key_stays()
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
    public async Task Two_windows_on_one_draft_are_distinguished_and_a_person_decides()
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

        await second.Button("Load theirs, drop mine").ClickAsync();
        await Expect(alert).ToHaveCountAsync(0);
        await Expect(second.GetByLabel("Maximum inactivity time until lock", new() { Exact = true })).ToHaveValueAsync("21");
        await Expect(second.GetByLabel("Minimum password length", new() { Exact = true })).ToHaveValueAsync("8");

        // The other way round: what is on the screen goes on top.
        await second.EnterAsync("Maximum inactivity time until lock", "22");
        await second.DraftIsSavedAsync();
        await SeenAsync(policy, "22");
        await first.EnterAsync("Maximum inactivity time until lock", "23");
        await first.Button("Save mine on top").ClickAsync();
        await first.DraftIsSavedAsync();
        await SeenAsync(policy, "23");
    }

    [Fact]
    public async Task Leaving_an_unsaved_draft_prompts_first()
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
    public async Task A_new_policy_starts_as_an_empty_draft()
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

    /// <summary>What somebody sees who opens the policy now.</summary>
    private async Task SeenAsync(string policy, string lockAfter)
    {
        var third = await OpenAsync(Demo.HelpDesk, $"{policy}/lock");
        await Expect(third.GetByLabel("Maximum inactivity time until lock", new() { Exact = true })).ToHaveValueAsync(lockAfter);
        await third.CloseAsync();
    }
}
