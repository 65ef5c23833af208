using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine.NetworkBoundary;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Stories;

/// <summary>A list with any delimiter becomes rows, every repair is reported, and the value on the wire is correct.</summary>
public sealed class CommaTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task PastedList_BecomesRowsWithReportedRepairsAndUndo()
    {
        var policy = await Demo.CreatePolicyAsync(
            "Pasted",
            draft =>
                draft with
                {
                    NetworkBoundary = new NetworkBoundarySettings
                    {
                        CloudResources = [new CloudResource { Host = "northwind.sharepoint.com" }],
                        NeutralResources = draft.NetworkBoundary.NeutralResources,
                    },
                }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/network?panel=wire");
        var list = page.Group("Cloud resources");
        var rows = list.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Code);
        await Expect(rows).ToHaveTextAsync(["northwind.sharepoint.com"]);

        await page.PasteAsync(
            page.GetByLabel("Add a cloud resource", new() { Exact = true }),
            "contoso.sharepoint.com;contoso-my.sharepoint.com,*.contoso.com."
        );
        await Expect(rows)
            .ToHaveTextAsync(["northwind.sharepoint.com", "contoso.sharepoint.com", "contoso-my.sharepoint.com", ".contoso.com"]);
        var message = list.GetByRole(AriaRole.Status);
        await Expect(message).ToContainTextAsync("3 rows added from your list, 1 repaired.");
        await Expect(message).ToContainTextAsync("*.contoso.com.");
        await Expect(list.GetByRole(AriaRole.Listitem).Filter(new() { HasText = ".contoso.com" }).Last).ToContainTextAsync("repaired");
        await Expect(page.GetByLabel("Add a cloud resource", new() { Exact = true })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel))
            .ToContainTextAsync("northwind.sharepoint.com|contoso.sharepoint.com|contoso-my.sharepoint.com|.contoso.com");

        await list.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(rows).ToHaveTextAsync(["northwind.sharepoint.com"]);
        await page.DraftIsSavedAsync();
    }

    [Fact]
    public async Task ListRow_IsEditedInPlaceByKeyboardAndRemoved()
    {
        var policy = await Demo.CreatePolicyAsync("Edited in place");
        var page = await OpenAsync(Demo.Author, $"{policy}/network");
        var list = page.Group("Neutral resources");

        await page.Button("Edit login.windows.net").ClickAsync();
        await Expect(page.GetByLabel("Neutral resources, row 2")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("login.live.com");
        await page.Keyboard.PressAsync("Enter");
        await Expect(list.GetByRole(AriaRole.Code)).ToHaveTextAsync(["login.microsoftonline.com", "login.live.com"]);

        await page.Button("Remove login.microsoftonline.com").ClickAsync();
        await Expect(list.GetByRole(AriaRole.Code)).ToHaveTextAsync(["login.live.com"]);
    }
}
