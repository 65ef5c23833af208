using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Policies;

/// <summary>
/// Apps are added from the catalog, from the output of Windows or by hand; each row shows its effect, and invalid rows are repaired in
/// place.
/// </summary>
public sealed class WorkAppsTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task KnownApps_AreAddedByKeyboardWithTheirEffect()
    {
        var page = await OpenAsync(Demo.Author, $"{await Demo.CreatePolicyAsync("Catalogue")}/apps");
        await page.Button("Known apps for Protected apps").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Find a known app").FillAsync("365");
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex(@"^Word \(Microsoft 365\)") }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex(@"^Excel \(Microsoft 365\)") }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Button("Add 2 apps to Protected apps").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Button("Known apps for Protected apps")).ToBeFocusedAsync();
        var word = page.Group("Protected apps").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Word (Microsoft 365)" });
        await Expect(word).ToContainTextAsync("protects");
        await page.Button("Known apps for Protected apps").ClickAsync();
        await page.GetByLabel("Find a known app").FillAsync("word 365");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex(@"^Word \(Microsoft 365\)") })).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(1);
        await page.DraftIsSavedAsync();
    }

    [Fact]
    public async Task ProtectedApps_OfferToMoveVisioToTheExemptApps()
    {
        var page = await OpenAsync(Demo.Author, $"{await Demo.CreatePolicyAsync("Drawings")}/apps");
        await page.Button("Custom rule into Protected apps").ClickAsync();
        await page.Button("Add a program to Protected apps").ClickAsync();
        await page.EnterAsync("File name", "VISIO.EXE");
        await Expect(page.Group("Protected apps")).ToContainTextAsync("must be exempt");
        await page.Button("Move VISIO.EXE to the exempt apps").ClickAsync();

        await Expect(page.Group("Exempt apps")).ToContainTextAsync("may leak");
        await Expect(page.Group("Protected apps")).Not.ToContainTextAsync("VISIO.EXE");
    }

    [Fact]
    public async Task PastedApps_BecomeRowsAndUnreadableLinesAreReported()
    {
        var page = await OpenAsync(Demo.Author, $"{await Demo.CreatePolicyAsync("Printed")}/apps");
        await page.Button("Paste from Windows into Exempt apps").ClickAsync();
        await page.GetByLabel("Text from Windows").FillAsync("O=NORTHWIND, L=OSLO, C=NO\\LEDGER\\LEDGER.EXE\\2.0.0.0\nhello");
        await Expect(page.GetByText("No app was found in “hello”.")).ToBeVisibleAsync();
        await page.Button("Add 1 app to Exempt apps").ClickAsync();

        await Expect(page.Group("Exempt apps")).ToContainTextAsync("LEDGER.EXE, LEDGER · NORTHWIND · from 2.0.0.0");
        await page.Button("Edit LEDGER.EXE").ClickAsync();
        await page.EnterAsync("Minimum version", "2.0");
        await Expect(page.Group("Exempt apps")).ToContainTextAsync("Enter a version of four numbers");
        await page.Button("Use 2.0.0.0").ClickAsync();
        await Expect(page.GetByLabel("Minimum version")).ToHaveValueAsync("2.0.0.0");
    }

    [Fact]
    public async Task PathRule_WarnsAndBlocksDefaultRulesOfAppLocker()
    {
        var page = await OpenAsync(Demo.Author, $"{await Demo.CreatePolicyAsync("Paths")}/apps");
        await page.Button("Custom rule into Protected apps").ClickAsync();
        await page.Button("Add a path to Protected apps").ClickAsync();
        await page.EnterAsync("Path", @"%PROGRAMFILES%\*");
        await Expect(page.Group("Protected apps")).ToContainTextAsync("This is one of AppLocker’s default rules");
        await page.EnterAsync("Path", @"%PROGRAMFILES%\Northwind\*");
        await Expect(page.Group("Protected apps")).ToContainTextAsync("A path does not identify an app");
        await Expect(page.Group("Protected apps")).Not.ToContainTextAsync("default rules");
    }

    [Fact]
    public async Task LongAppList_ShowsPagesAndEditsAFoundRow()
    {
        var rows = Enumerable
            .Range(1, 2_000)
            .Select(
                AppRule (i) =>
                    new AppRule.DesktopApp
                    {
                        Name = $"Tool {i}",
                        Publisher = "O=NORTHWIND, L=OSLO, C=NO",
                        Product = "TOOLS",
                        Binary = $"TOOL{i}.EXE",
                    }
            )
            .ToValueList();
        var policy = await Demo.CreatePolicyAsync("Thousands", draft => draft with { AppRules = new() { Allowed = rows } });
        var page = await OpenAsync(Demo.Author, $"{policy}/apps");
        var list = page.Group("Protected apps");

        await Expect(list.GetByRole(AriaRole.Status).First).ToHaveTextAsync("1–50 of 2,000 rows");
        await page.Button("Next rows of Protected apps").ClickAsync();
        await Expect(list.GetByRole(AriaRole.Status).First).ToHaveTextAsync("51–100 of 2,000 rows");
        await page.GetByLabel("Find in Protected apps").FillAsync("tool1999.exe");
        await Expect(list.GetByRole(AriaRole.Status).First).ToHaveTextAsync("1–1 of 1 match");
        await page.Button("Edit Tool 1999").ClickAsync();
        await page.EnterAsync("Product", "OTHER");
        await Expect(list).ToContainTextAsync("TOOL1999.EXE, OTHER");
        await page.DraftIsSavedAsync();
    }
}
