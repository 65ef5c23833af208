using System.Collections.Concurrent;
using MamConsole.BrowserTests.Drivers;
using MamConsole.DemoTenant;
using Microsoft.Playwright;

namespace MamConsole.BrowserTests;

/// <summary>
/// A test with the demo and browsers of its own. Whatever a page complains about in the browser's console fails the test; a picture of each
/// open page stays with a test that failed.
/// </summary>
public abstract class BrowserTest(Chromium chromium, DemoConsole demo) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly List<IBrowserContext> contexts = [];

    protected DemoConsole Demo => demo;

    /// <summary>A complaint that belongs to what the test does, such as the status of a page that is not there.</summary>
    protected Predicate<string> IsExpected { get; set; } = _ => false;

    public virtual async ValueTask InitializeAsync()
    {
        await using var probe = await chromium.OpenAsync();
        await demo.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await KeepPicturesAsync();
        }

        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        Assert.Equal("", string.Join(Environment.NewLine, complaints.Where(complaint => !IsExpected(complaint))));
    }

    /// <summary>A window of a browser that knows nobody.</summary>
    protected async Task<IPage> OpenWindowAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = demo.Url.AbsoluteUri;
        var context = await chromium.OpenAsync(options);
        contexts.Add(context);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, error) => complaints.Enqueue(error.Error);
        return await context.NewPageAsync();
    }

    /// <summary>A window in which this person is signed in, at this address of the console.</summary>
    protected async Task<IPage> OpenAsync(TenantUser who, string address = "", BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.StorageState = await demo.SignedInAsync(who, SignInOnceAsync);
        var page = await OpenWindowAsync(options);
        await page.VisitAsync(address);
        return page;
    }

    private async Task<string> SignInOnceAsync(TenantUser who)
    {
        await using var context = await chromium.OpenAsync(new BrowserNewContextOptions { BaseURL = demo.Url.AbsoluteUri });
        var page = await context.NewPageAsync();
        await page.GotoAsync("");
        await page.SignInAsync(who);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        return await context.StorageStateAsync();
    }

    private async Task KeepPicturesAsync()
    {
        foreach (var (page, number) in contexts.SelectMany(context => context.Pages).Select((page, index) => (page, index + 1)))
        {
            try
            {
                TestContext.Current.AddAttachment(
                    $"window-{number}.png",
                    await page.ScreenshotAsync(new() { FullPage = true, Timeout = 5000 }),
                    "image/png"
                );
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                // The test has failed already; a window that cannot be pictured must not hide why.
                TestContext.Current.AddAttachment($"window-{number}.txt", e.Message);
            }
        }
    }
}
