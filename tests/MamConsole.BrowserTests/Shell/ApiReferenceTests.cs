using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MamConsole.BrowserTests.Shell;

/// <summary>The page that shows the API description in the Development environment.</summary>
public sealed class ApiReferenceTests(Chromium chromium, DemoConsole demo) : BrowserTest(chromium, demo)
{
    [Fact]
    public async Task ApiReference_ShowsOperationsAndSendsNoRequestToAnotherHost()
    {
        var page = await OpenAsync(Demo.Author, "policies");
        var requested = new ConcurrentQueue<string>();
        page.Request += (_, request) => requested.Enqueue(request.Url);
        await page.GotoAsync($"{Demo.Url}scalar/");

        await Expect(page.GetByText("Lists all policies, oldest first.").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Contains(requested, url => url.EndsWith("/scalar/document/v1.json", StringComparison.Ordinal));
        Assert.DoesNotContain(
            requested,
            url => !url.StartsWith(Demo.Url.AbsoluteUri, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)
        );
    }
}
