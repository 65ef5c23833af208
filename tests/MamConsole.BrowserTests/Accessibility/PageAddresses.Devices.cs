using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Accessibility;

/// <summary>The pages of devices, the audit trail, settings and the search.</summary>
internal static partial class PageAddresses
{
    private static Dictionary<string, PageAddress> OfDevicesAndSettings() =>
        new()
        {
            ["devices"] = new(Author, At("devices"), page => Expect(page.Link("Hana Haddad")).ToBeVisibleAsync()),
            ["devices, none match"] = new(
                Author,
                At("devices?q=nobody"),
                page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No PC matches" })).ToBeVisibleAsync()
            ),
            ["device"] = new(
                Author,
                At("devices?state=UpToDate"),
                async page =>
                {
                    await page.Link("Elif Eriksen").ClickAsync();
                    await Expect(page.Row("Maximum inactivity time until lock").GetByRole(AriaRole.Cell).Last).ToContainTextAsync("yes,");
                }
            ),
            ["device that refused"] = new(
                Author,
                At("devices?state=Failed"),
                async page =>
                {
                    await page.Link("Greta Grant").ClickAsync();
                    await page.Button("Show CSP values").ClickAsync();
                    await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Setting errors and drift" })).ToBeVisibleAsync();
                }
            ),
            ["why this policy"] = new(
                demo => demo.HelpDesk,
                At("devices?state=UpToDate"),
                async page =>
                {
                    await page.Link("Elif Eriksen").ClickAsync();
                    await page.Link("Why this policy?").ClickAsync();
                    await Expect(page.GetByText("no other matching policy takes precedence")).ToBeVisibleAsync();
                }
            ),
            ["sessions"] = new(
                Author,
                Sessions,
                page => Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "The PC enrolled.", Exact = true })).ToBeVisibleAsync()
            ),
            ["session, refused"] = new(
                Author,
                Sessions,
                async page =>
                {
                    // The PC's own page shows only the last few sessions, and a permanently rejected setting is not sent again.
                    await page.LinkLike(@"^\d+ commands?, .* rejected").First.ClickAsync();
                    await page.Button("Show SyncML").ClickAsync();
                    await Expect(page.GetByRole(AriaRole.Group, new() { Name = "XML of The PC", Exact = true }).First).ToBeVisibleAsync();
                }
            ),
            ["session, enrollment"] = new(
                Author,
                Sessions,
                async page =>
                {
                    await page.Link("The PC enrolled.").ClickAsync();
                    await Expect(page.GetByText("token hidden")).ToBeVisibleAsync();
                }
            ),
            ["session not found"] = new(Author, async demo => $"{await Sessions(demo)}/999999999", Shows("Not found")),
            ["retention"] = new(Author, At("settings/retention"), page => Expect(page.Row("Sessions")).ToBeVisibleAsync()),

            ["device, asked"] = new(
                demo => demo.HelpDesk,
                At("devices?q=aino"),
                async page =>
                {
                    await page.LinkLike("^Aino").ClickAsync();
                    await page.Button("Get WIP log").ClickAsync();
                    await Expect(page.GetByText("The PC returned its log").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
                    await page.GetByText("Results").First.ClickAsync();
                }
            ),
            ["device, retiring"] = Removal("Retire…", "Retire this PC"),
            ["device, releasing"] = Removal("Release…", "Release this PC"),
            ["device, blocking"] = Removal("Block…", "Block this PC"),

            ["audit"] = new(
                Author,
                At("audit?kind=Policy"),
                async page =>
                {
                    await page.Row("Created").First.GetByText(new Regex("^Details of")).ClickAsync();
                    await Expect(page.GetByRole(AriaRole.Group, new() { NameRegex = new Regex("as stored$") })).ToBeVisibleAsync();
                }
            ),
            ["audit, none match"] = new(
                Author,
                At("audit?text=nobody"),
                page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing matches" })).ToBeVisibleAsync()
            ),
            ["settings"] = new(Author, At("settings"), Shows("Settings")),
            ["settings, terms"] = new(
                demo => demo.Owner,
                Terms("settings/terms"),
                page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Work files" })).ToBeVisibleAsync()
            ),
            ["settings, terms, read only"] = new(
                demo => demo.HelpDesk,
                Terms("settings/terms"),
                page => Expect(page.GetByText("Changing settings requires the role Owner")).ToBeVisibleAsync()
            ),
            ["settings, terms, older"] = new(
                Author,
                Terms("settings/terms?version=1"),
                page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Version 1, no longer in effect" })).ToBeVisibleAsync()
            ),

            ["search"] = new(Author, At("search?q=an"), page => Expect(page.Link("Greta Grant")).ToBeVisibleAsync()),
            ["search, empty"] = new(Author, At("search"), page => Expect(page.Button("Search")).ToBeVisibleAsync()),
        };
}
