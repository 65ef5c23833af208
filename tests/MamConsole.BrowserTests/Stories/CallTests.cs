using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Stories;

/// <summary>A help desk call: search for the caller, read the summary, and see the setting errors and the next steps.</summary>
public sealed class CallTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task DevicePage_ShowsHelpDeskTheSummaryAndReadsThePcAgain()
    {
        var person = Demo.People[6];
        var page = await OpenAsync(Demo.HelpDesk, "devices?state=Failed");
        await Expect(page.Link(person.DisplayName)).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("greta");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Title()).ToHaveTextAsync("Search: greta");
        await page.Link(person.DisplayName).ClickAsync();

        await Expect(page.Title()).ToHaveTextAsync("Greta Grant’s PC");
        await Expect(page.GetByText("Your PC has what we sent, except for “Password history”.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Next steps" })).ToBeVisibleAsync();
        await Expect(page.Row("Password history").GetByRole(AriaRole.Cell).Nth(2)).Not.ToContainTextAsync("yes,");

        await page.Link("Only errors and drift").ClickAsync();
        await Expect(page.Row("Maximum inactivity time until lock")).ToHaveCountAsync(0);
        await Expect(page.Row("Password history")).ToBeVisibleAsync();

        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Button("Copy").ClickAsync();
        await Expect(page.Locator("#announcements")).ToHaveTextAsync("Copied.");
        Assert.StartsWith(
            "Your PC has what we sent, except for",
            await page.EvaluateAsync<string>("navigator.clipboard.readText()"),
            StringComparison.Ordinal
        );

        // The device action is answered at the next check-in of the PC.
        await page.Button("Read now").ClickAsync();
        await Expect(page.GetByText("Queued for the next check-in.")).ToBeVisibleAsync();
        var request = page.GetByRole(AriaRole.Region, new() { Name = "Device actions" })
            .GetByRole(AriaRole.Listitem)
            .Filter(new() { HasText = "Read now" })
            .First;
        await Expect(request).ToContainTextAsync(Demo.HelpDesk.DisplayName);
        await Expect(request).ToContainTextAsync("Completed", new() { Timeout = 60_000 });
        await request.GetByText("Results").ClickAsync();
        await Expect(request.GetByText("Firewall", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task BlockDevice_HidesDeviceActionsUntilUnblocked()
    {
        var page = await OpenAsync(Demo.HelpDesk, "devices?q=carmen");
        await page.Link("Carmen Castro").ClickAsync();
        await page.Link("Block…").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Block this PC" })).ToBeFocusedAsync();
        await page.GetByLabel("Reason (optional)").FillAsync("Stolen on the train");
        await page.Button("Block this PC").ClickAsync();

        await Expect(page.GetByText("Your PC is blocked: its check-ins")).ToBeVisibleAsync();
        await Expect(page.Button("Read now")).ToHaveCountAsync(0);
        await page.VisitAsync("devices?state=Blocked");
        await page.Link("Carmen Castro").ClickAsync();
        await page.Button("Unblock").ClickAsync();
        await Expect(page.GetByText("Your PC is blocked: its check-ins")).ToHaveCountAsync(0);
        await Expect(page.Button("Read now")).ToBeVisibleAsync();

        await page.VisitAsync("audit?text=stolen");
        await Expect(page.Row("Blocked LAPTOP")).ToContainTextAsync("Stolen on the train");
    }

    [Fact]
    public async Task RetireDevice_RequiresTheNameOfThePcAndUnenrollsIt()
    {
        var page = await OpenAsync(Demo.Owner, "devices?q=farid");
        await page.Link("Farid Fischer").ClickAsync();
        await page.Link("Retire…").ClickAsync();
        await Expect(page.Button("Retire this PC")).ToBeDisabledAsync();
        var name = await page.GetByRole(AriaRole.Region, new() { Name = "Retire this PC" }).Locator("label b").InnerTextAsync();
        await page.GetByLabel($"Type {name} to confirm").FillAsync(name);
        await page.Button("Retire this PC").ClickAsync();

        await Expect(page.GetByText("Your PC has unenrolled, as we requested")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Device actions" })).ToContainTextAsync("The PC unenrolled.");
    }
}
