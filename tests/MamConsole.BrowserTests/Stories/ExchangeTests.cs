using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Accessibility;
using MamConsole.BrowserTests.Drivers;
using MamConsole.PolicyEngine.Eas;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Stories;

/// <summary>
/// Coexistence with Exchange: its rules are recorded once, and every policy shows which side takes precedence and what to change.
/// </summary>
public sealed class ExchangeTests(Chromium chromium, ExchangeDemo own) : BrowserTest(chromium, own.Console), IClassFixture<ExchangeDemo>
{
    private const string Printed = """
        RunspaceId            : 0a1b2c3d-0000-4000-8000-000000000001
        PasswordEnabled       : True
        AllowSimplePassword   : False
        MinPasswordLength     : 6
        MaxInactivityTimeLock : 00:03:00
        Sparkle               : True
        Name                  : Default
        """;

    [Fact]
    public async Task ExchangePolicy_IsRecordedFromPowerShellOutputAndComparedWithPolicies()
    {
        var policy = await Demo.CreatePolicyAsync("Mailboxes");
        var page = await OpenAsync(Demo.Author, "settings/exchange");
        await page.GetByLabel("Output of Exchange").FillAsync(Printed);
        await Expect(page.GetByText("4 rules read from Default.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Sparkle" })).ToContainTextAsync("Unknown");
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "RunspaceId" })).ToContainTextAsync("Not for devices");
        await page.Button("Record what was read").ClickAsync();
        await Expect(page.GetByText(new Regex(@"^Version \d+ is recorded\.$"))).ToBeVisibleAsync();

        await page.VisitAsync($"{policy}/lock");
        var line = page.Locator("#beside-exchange");
        await page.EnterAsync("Maximum inactivity time until lock", "2");
        await Expect(line)
            .ToContainTextAsync("Exchange requires at most 3 minutes: this policy wins. Exchange wins on “Allow simple passwords”.");
        await page.EnterAsync("Maximum inactivity time until lock", "20");
        await Expect(line)
            .ToContainTextAsync("Exchange requires at most 3 minutes: Exchange wins. Exchange wins on “Allow simple passwords”.");
        await page.DraftIsSavedAsync();

        await page.Link("Exchange").ClickAsync();
        await Expect(page.Title()).ToHaveTextAsync("Mailboxes: Exchange conflicts");
        await Expect(
                page.GetByText(
                    "Mail does not sync for a standard user: Exchange is stricter on “Allow simple passwords” and “Maximum inactivity time until lock”."
                )
            )
            .ToBeVisibleAsync();
        var idle = page.Row("Maximum inactivity time until lock");
        await Expect(idle.GetByRole(AriaRole.Cell))
            .ToHaveTextAsync([
                "20 minutes (1200 seconds)",
                "3 minutes (180 seconds)",
                "3 minutes (180 seconds)",
                "Exchange",
                "needed",
                "Set it to 3 minutes.",
            ]);

        await page.Link("Set it to 3 minutes.").ClickAsync();
        await Expect(page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true })).ToBeFocusedAsync();
        await page.EnterAsync("Maximum inactivity time until lock", "3");
        await page.GetByLabel("Not allowed", new() { Exact = true }).CheckAsync(new() { Force = true });
        await page.DraftIsSavedAsync();
        await page.Link("Exchange").ClickAsync();
        await Expect(page.GetByText("These lock rules are at least as strict as Exchange’s: mail syncs")).ToBeVisibleAsync();
        await Expect(page.Row("Maximum inactivity time until lock")).ToContainTextAsync("both are equal");

        await page.Link("This policy is applied after mail is added").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/exchange\?order=mamAfterEas$"));
        await Expect(page.GetByText("Both policies apply together, and this policy is stricter in every rule.")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.GetByText("These lock rules are at least as strict as Exchange’s: mail syncs")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task DeviceLock_WarnsAboutALooserRuleAndOffersASufficientValue()
    {
        await RecordAsync();
        var page = await OpenAsync(Demo.Author, $"{await Demo.CreatePolicyAsync("Loose")}/lock");
        await page.EnterAsync("Maximum inactivity time until lock", "20");

        await Expect(page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true }))
            .ToHaveAccessibleDescriptionAsync(new Regex("Warning: Exchange is stricter"));
        await page.Button("Use 3").ClickAsync();
        await Expect(page.GetByLabel("Maximum inactivity time until lock", new() { Exact = true })).ToHaveValueAsync("3");
        await Expect(page.Button("Use 3")).ToHaveCountAsync(0);
        await page.DraftIsSavedAsync();
    }

    [Fact]
    public async Task ExchangePage_IsReadOnlyForHelpDesk()
    {
        await RecordAsync();
        var page = await OpenAsync(Demo.HelpDesk, "settings/exchange");

        await Expect(page.GetByText("Editing policies requires the role Author.")).ToBeVisibleAsync();
        await Expect(page.GetByText("3 minutes (180 seconds)")).ToBeVisibleAsync();
        await Expect(page.Button("Record what was read")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("Exchange conflicts", "/exchange", "Administrator")]
    [InlineData("Exchange conflicts, mail first", "/exchange?order=mamAfterEas", "Administrator")]
    [InlineData("device lock with Exchange", "/lock?panel=wrong", "Exchange requires at most 3 minutes")]
    [InlineData("Exchange policy", "settings/exchange?by=form", "current")]
    public async Task ExchangePages_AreAccessibleInBothThemesAndFitAPhone(string name, string address, string shows)
    {
        await RecordAsync();
        var where = address.StartsWith('/') ? await Demo.PolicyAsync("Everyone") + address : address;
        var page = await OpenAsync(
            Demo.Author,
            where,
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 900 },
                ColorScheme = ColorScheme.Light,
            }
        );
        await Expect(page.GetByText(shows).First).ToBeVisibleAsync();

        await EveryPageTests.InspectAsync(page, name);
    }

    private Task RecordAsync() =>
        Demo.RecordExchangeAsync(
            "Default",
            new EasSetting(EasElement.DevicePasswordEnabled, 1),
            new EasSetting(EasElement.MaxInactivityTimeDeviceLock, 180),
            new EasSetting(EasElement.RequireDeviceEncryption, 1),
            new EasSetting(EasElement.MinDevicePasswordLength, 6),
            new EasSetting("AllowCamera", 0),
            new EasSetting("MaxEmailBodyTruncationSize", -1)
        );
}
