using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Sessions;

/// <summary>The session log from the device page down to the XML, without any tool on the PC.</summary>
public sealed class SessionLogTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task Session_LinksToTheRejectedSettingAndCopiesItsXmlWithoutTokens()
    {
        var page = await OpenAsync(Demo.HelpDesk, $"devices/{await Demo.DeviceAsync("Greta Grant")}");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await page.LinkLike("^Session about Password history").ClickAsync();
        await Expect(page.Title()).ToHaveTextAsync("Session with Greta Grant’s PC");
        var rejected = page.GetByRole(AriaRole.Listitem)
            .Filter(new() { HasText = "Password history" })
            .Filter(new() { HasText = "Rejected (" });
        await Expect(rejected.First).ToBeVisibleAsync();
        await page.Link("Go to the first rejected setting").ClickAsync();
        await Expect(rejected.First).ToBeFocusedAsync();

        var message = page.GetByRole(AriaRole.Article, new() { NameRegex = new Regex("^The PC message 1") });
        await message.GetByText(new Regex("^XML, ")).ClickAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "Copy the XML" }).ClickAsync();
        await Expect(message.GetByRole(AriaRole.Group, new() { Name = "XML of The PC" })).ToContainTextAsync("[hidden: ");
        var copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.StartsWith("<SyncML", copied, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJhbGciOi", copied, StringComparison.Ordinal);
        Assert.DoesNotContain(".eyJ", copied, StringComparison.Ordinal);

        var download = await page.RunAndWaitForDownloadAsync(() => page.Link("Export").ClickAsync());
        Assert.EndsWith(".txt", download.SuggestedFilename, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("Rejected (", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SessionList_OpensASessionThatLinksToItsPolicyVersion()
    {
        var page = await OpenAsync(Demo.HelpDesk, $"devices/{await Demo.DeviceAsync("Greta Grant")}");

        await page.LinkLike("^All sessions").ClickAsync();
        await Expect(page.Title()).ToHaveTextAsync("Sessions with Greta Grant’s PC");
        await page.LinkLike(@"^\d+ commands?, ").Last.ClickAsync();
        await Expect(page.GetByText("The device starts a session.")).ToBeVisibleAsync();

        // The version in effect at the first check-in of this PC depends on what other tests published before.
        var version = page.LinkLike(@", version \d+$").First;
        var named = (await version.InnerTextAsync()).Split(", version ");
        await version.ClickAsync();
        await Expect(page.Title()).ToHaveTextAsync(new Regex($"^{named[0]}: version {named[1]}( |$)"));
    }
}
