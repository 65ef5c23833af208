using System.Collections.Concurrent;
using MamConsole.BrowserTests.Drivers;
using MamConsole.DemoTenant;
using Microsoft.Playwright;

namespace MamConsole.BrowserTests;

/// <summary>
/// A test with the demo and its own browser contexts. Any warning or error in the browser's console fails the test; a screenshot of each
/// open page is attached to a failed test.
/// </summary>
public abstract class BrowserTest(Chromium chromium, DemoConsole demo) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly List<IBrowserContext> contexts = [];
    private readonly List<IPage> tabs = [];

    protected DemoConsole Demo => demo;

    /// <summary>Selects the console messages that the test causes on purpose, such as the status of a page that does not exist.</summary>
    protected Predicate<string> IsExpected { get; set; } = _ => false;

    public virtual async ValueTask InitializeAsync()
    {
        chromium.Require();
        await demo.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        var hasFailed = TestContext.Current.TestState?.Result == TestResult.Failed;
        if (hasFailed)
        {
            await SavePicturesAsync();
        }

        foreach (var (context, number) in contexts.Select((context, index) => (context, index + 1)))
        {
            await BrowserTrace.StopAsync(context, hasFailed, number);
            await context.DisposeAsync();
        }

        foreach (var tab in tabs)
        {
            await tab.CloseAsync();
        }

        GC.SuppressFinalize(this);
        Assert.Equal("", string.Join(Environment.NewLine, complaints.Where(complaint => !IsExpected(complaint))));
    }

    /// <summary>A window in which nobody is signed in.</summary>
    protected async Task<IPage> OpenWindowAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = demo.Url.AbsoluteUri;
        var context = await chromium.OpenAsync(options);
        contexts.Add(context);
        await BrowserTrace.StartAsync(context);
        context.Console += (_, message) => Listen(message);
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

    /// <summary>
    /// A tab in a window that the tests of a run share: the person is already signed in and the console's files are cached. The tab starts
    /// with an empty local storage, as a new window does, and is closed with its test. No trace is recorded for it. It is for tests that
    /// change neither the sign-in nor the window.
    /// </summary>
    /// <param name="who">The person; null for a window in which nobody is signed in.</param>
    /// <param name="address">Relative to the console's address.</param>
    protected async Task<IPage> OpenTabAsync(TenantUser? who, string address)
    {
        var context = await demo.SharedWindowAsync(who?.ObjectId ?? Guid.Empty, () => OpenSharedWindowAsync(who));
        var page = await context.NewPageAsync();
        tabs.Add(page);
        page.Console += (_, message) => Listen(message);
        page.PageError += (_, error) => complaints.Enqueue(error);
        if (who is null)
        {
            await page.GotoAsync(address);
        }
        else
        {
            await page.VisitAsync(address);
        }

        return page;
    }

    private async Task<IBrowserContext> OpenSharedWindowAsync(TenantUser? who)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = demo.Url.AbsoluteUri,
            ViewportSize = new() { Width = 1280, Height = 900 },
            ColorScheme = ColorScheme.Light,
            StorageState = who is null ? null : await demo.SignedInAsync(who, SignInOnceAsync),
        };
        var context = await chromium.OpenAsync(options);
        await context.AddInitScriptAsync("localStorage.clear()");
        return context;
    }

    private void Listen(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
        {
            complaints.Enqueue($"{message.Text} ({message.Location})");
        }
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

    private async Task SavePicturesAsync()
    {
        foreach (
            var (page, number) in contexts.SelectMany(context => context.Pages).Concat(tabs).Select((page, index) => (page, index + 1))
        )
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
                // The test has failed already; a screenshot that cannot be taken must not hide the cause.
                TestContext.Current.AddAttachment($"window-{number}.txt", e.Message);
            }
        }
    }
}
