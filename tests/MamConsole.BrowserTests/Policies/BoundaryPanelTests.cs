using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine.NetworkBoundary;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>
/// The network boundary form: the starter set, repairs in every list, the AppCompat check box, and lists of thousands of rows.
/// </summary>
public sealed class BoundaryPanelTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task StarterSet_RequiresATenantNameAndAddsItsHostsOnce()
    {
        var policy = await Demo.CreatePolicyAsync(
            "Starter",
            draft =>
                draft with
                {
                    NetworkBoundary = new NetworkBoundarySettings
                    {
                        CloudResources = [new CloudResource { Host = "fabrikam.sharepoint.com" }],
                    },
                }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/network");

        await page.GetByText("Start with Microsoft 365").ClickAsync();
        var name = page.GetByLabel("Your tenant’s short name");
        await name.FillAsync("two words");
        await Expect(name).ToHaveAccessibleDescriptionAsync(new Regex("This does not contain a short name."));
        await name.FillAsync("https://fabrikam-my.sharepoint.com/personal");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Hosts to add" })).ToContainTextAsync("fabrikam-my.sharepoint.com");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Omitted hosts" })).ToContainTextAsync("outlook.office.com");

        await page.Button("Add these hosts").ClickAsync();
        await Expect(page.GetByText("15 hosts added. Remove hosts that you do not use.")).ToBeVisibleAsync();
        await Expect(page.Group("Cloud resources").GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Code)).ToHaveCountAsync(14);
        await Expect(page.Group("Neutral resources").GetByRole(AriaRole.Code))
            .ToHaveTextAsync(["login.microsoftonline.com", "login.windows.net"]);

        await page.Button("Add these hosts").ClickAsync();
        await Expect(page.GetByText("All hosts are already in the list.")).ToBeVisibleAsync();
        await page.DraftIsSavedAsync();
    }

    [Fact]
    public async Task PastedRows_AreRepairedInEachListAndTheRepairIsShown()
    {
        var page = await OpenAsync(
            Demo.Author,
            $"{await Demo.CreatePolicyAsync("Repairs", draft => draft with { NetworkBoundary = new NetworkBoundarySettings() })}/network?panel=wire"
        );
        (string List, string Add, string Pasted, string[] Rows, string Message)[] lists =
        [
            (
                "Enterprise IP ranges",
                "Add an IP range",
                "10.20.0.0/16; 10.30.0.1",
                ["10.20.0.0-10.20.255.255", "10.30.0.1-10.30.0.1"],
                "10.20.0.0/16 was changed to 10.20.0.0-10.20.255.255."
            ),
            (
                "Network domains",
                "Add a network domain",
                "Corp.Contoso.com|*.fabrikam.com",
                ["corp.contoso.com", "fabrikam.com"],
                "Corp.Contoso.com was changed to corp.contoso.com."
            ),
            (
                "Internal proxy servers",
                "Add an internal proxy server",
                "p1.contoso.com:80;http://p2.contoso.com:80",
                ["p1.contoso.com:80", "p2.contoso.com:80"],
                "http://p2.contoso.com:80 was changed to p2.contoso.com:80."
            ),
            (
                "Proxy servers",
                "Add a proxy server",
                "out1.contoso.com:8080;out2.contoso.com",
                ["out1.contoso.com:8080", "out2.contoso.com"],
                "2 rows added from your list."
            ),
            (
                "Neutral resources",
                "Add a neutral resource",
                "*.windows.net.;login.contoso.com",
                [".windows.net", "login.contoso.com"],
                "*.windows.net. was changed to .windows.net."
            ),
        ];
        foreach (var (list, add, pasted, rows, text) in lists)
        {
            await page.PasteAsync(page.GetByLabel(add, new() { Exact = true }), pasted);
            await Expect(page.Group(list).GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Code)).ToHaveTextAsync(rows);
            await Expect(page.Group(list).GetByRole(AriaRole.Status)).ToContainTextAsync(text);
        }

        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("p1.contoso.com:80,p2.contoso.com:80");
        await page.DraftIsSavedAsync();
    }

    [Fact]
    public async Task NetworkBoundary_SetsAppCompatAndRepairsAnInvalidRowWithTheKeyboard()
    {
        var policy = await Demo.CreatePolicyAsync(
            "Compat",
            draft =>
                draft with
                {
                    NetworkBoundary = draft.NetworkBoundary with
                    {
                        AppCompat = null,
                        CloudResources = [new CloudResource { Host = "*.northwind.example" }],
                    },
                }
        );
        var page = await OpenAsync(Demo.Author, $"{policy}/network?panel=wire");
        var box = page.GetByRole(AriaRole.Checkbox, new() { Name = "Allow apps that WIP cannot classify (AppCompat)" });
        await Expect(box).Not.ToBeCheckedAsync();
        await box.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(box).ToBeCheckedAsync();
        await Expect(box).ToHaveAccessibleDescriptionAsync(new Regex("Many sites share one IP address"));

        await page.GetByLabel("Cloud resources, row 1").FocusAsync();
        await page.TabToAsync("^Use .northwind.example");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync(".northwind.example|/*AppCompat*/");
        await page.DraftIsSavedAsync();
    }

    [Fact]
    public async Task LongList_PastesFindsAndEditsAmongThreeThousandRows()
    {
        var policy = await Demo.CreatePolicyAsync("Long list", draft => draft with { NetworkBoundary = new NetworkBoundarySettings() });
        var page = await OpenAsync(Demo.Author, $"{policy}/network");
        var list = page.Group("Cloud resources");

        await page.PasteAsync(
            page.GetByLabel("Add a cloud resource", new() { Exact = true }),
            string.Join('\n', Enumerable.Range(1, 3000).Select(n => $"service-{n}.contoso.example"))
        );
        await Expect(list.GetByText("Rows 2,951 to 3,000 of 3,000")).ToBeVisibleAsync();
        await Expect(list.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Code)).ToHaveCountAsync(50);

        await list.GetByLabel("Find in Cloud resources").FillAsync("service-1234.");
        await Expect(list.GetByText("Rows 1 to 1 of 1", new() { Exact = true })).ToBeVisibleAsync();
        await page.Button("Edit service-1234.contoso.example").ClickAsync();
        await page.GetByLabel("Cloud resources, row 1234").FillAsync("*.contoso.example");
        await page.Keyboard.PressAsync("Enter");

        // The list opens the page that contains the invalid row without a search.
        await list.GetByLabel("Find in Cloud resources").FillAsync("");
        await Expect(page.GetByLabel("Cloud resources, row 1234")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.DraftIsSavedAsync();
    }
}
