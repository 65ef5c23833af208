using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine.NetworkBoundary;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Stories;

/// <summary>The comma: a list that is delimited by anything becomes rows, every repair is said, and the wire string is right.</summary>
public sealed class CommaTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task A_pasted_list_becomes_rows_and_every_repair_is_reported_and_can_be_undone()
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
    public async Task A_row_is_edited_in_place_with_the_keyboard_and_removed()
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
