using System.Text.RegularExpressions;
using MamConsole.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Stories;

/// <summary>
/// The terms of use: an owner writes them with a preview; a user reads and accepts them while a PC is enrolled.
/// </summary>
public sealed class TermsTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    private const string Redirect = "ms-appx-web://Microsoft.AAD.BrokerPlugin/ToUResponse";

    [Fact]
    public async Task Terms_ArePublishedByOwnerAndAcceptedByAUser()
    {
        // Chromium does not support ms-appx-web: it tries to start an app of the system and logs the failure.
        IsExpected = complaint => complaint.Contains("Failed to launch 'ms-appx-web:", StringComparison.Ordinal);
        var owner = await OpenAsync(Demo.Owner, "settings");
        await owner.Link("Terms of use").ClickAsync();
        await Expect(owner.Title()).ToHaveTextAsync("Terms of use");
        await owner.EnterAsync(
            "Text in Markdown",
            "## Work files\n\nThey **belong** to us. <script>alert(1)</script> Ask [IT](https://it.northwind.example/)."
        );
        var preview = owner.Locator("#preview-text");
        await Expect(preview.GetByRole(AriaRole.Heading, new() { Name = "Work files" })).ToBeVisibleAsync();
        await Expect(preview.Locator("strong")).ToHaveTextAsync("belong");
        await Expect(preview).ToContainTextAsync("<script>alert(1)</script>");

        await owner.ButtonLike("^Publish version").ClickAsync();

        await Expect(owner.GetByRole(AriaRole.Status).Filter(new() { HasText = "is in effect" })).ToBeVisibleAsync();
        await Expect(owner.GetByRole(AriaRole.Rowheader).First).ToContainTextAsync("in effect");
        await owner.ReloadAsync();
        await owner.AnswersAsync();
        await Expect(owner.GetByLabel("Text in Markdown")).ToHaveValueAsync(new Regex("^## Work files"));

        var page = await OpenTermsAsync(ColorScheme.Light);
        await Expect(page.Title()).ToHaveTextAsync("Terms of use");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Work files" })).ToBeVisibleAsync();
        await Expect(page.Link("IT")).ToHaveAttributeAsync("href", "https://it.northwind.example/");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Button("Accept").ClickAsync(),
            response => response.Request.Method == "POST"
        );

        Assert.Equal(302, answer.Status);
        Assert.StartsWith(Redirect + "?IsAccepted=true&OpaqueBlob=", await answer.HeaderValueAsync("location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TermsPage_IsAccessibleInBothThemesAndFitsAPhone()
    {
        await Demo.PublishTermsAsync(
            "# Work files\n\n1. They **belong** to us.\n2. Ask [IT](https://it.northwind.example/).\n\n> Nothing else changes.\n\n    "
                + "code that is long enough to need scrolling on a phone, because it says so much that it does not fit"
        );
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await OpenTermsAsync(scheme);
            await Expect(page.Button("Decline")).ToBeVisibleAsync();
            await page.PictureAsync($"terms-{scheme}".ToLowerInvariant());
            Assert.Equal("", await page.ViolationsAsync());
            await page.SetViewportSizeAsync(375, 740);
            await page.PictureAsync($"terms-phone-{scheme}".ToLowerInvariant());
            Assert.Equal("", await page.ViolationsAsync() + await page.OverflowAsync() + await page.UnreadableAsync());
        }
    }

    /// <summary>Opens the page as Windows' web view does, with the user's token in a header.</summary>
    private async Task<IPage> OpenTermsAsync(ColorScheme scheme)
    {
        var page = await OpenWindowAsync(
            new BrowserNewContextOptions
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = 640, Height = 720 },
                ExtraHTTPHeaders = [KeyValuePair.Create("Authorization", "Bearer " + Demo.DeviceToken(Demo.People[0]))],
            }
        );
        await page.GotoAsync(
            $"mam/terms?redirect_uri={Uri.EscapeDataString(Redirect)}&client-request-id=6f0a3c1e-5f5b-4b7d-9a3f-2f1f6f0f9d11&api-version=1.0"
        );
        return page;
    }
}
