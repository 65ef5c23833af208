using MamConsole.BrowserTests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(DemoConsole))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace MamConsole.BrowserTests;

/// <summary>
/// The machine's own Chromium, one for all tests; each test takes contexts of its own. Without it tests skip visibly, and fail where CI or
/// MAMCONSOLE_REQUIRE_BROWSER is set.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>How long a busy machine may take for what somebody waits for; a quiet one takes a fraction.</summary>
    private const int PatienceInMilliseconds = 30_000;

    private const string Missing = "No Chromium on this machine: apt-get install chromium.";

    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Candidates, File.Exists) is { } path)
        {
            Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = path,
                    Headless = true,
                    Args = Arguments,
                }
            );
        }
    }

    /// <summary>A browser without cookies, which stops every movement; disposing of it closes its pages.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null)
    {
        if (browser is null)
        {
            Assert.SkipUnless(IsRequired, Missing);
            Assert.Fail(Missing);
        }

        options ??= new BrowserNewContextOptions();
        options.ReducedMotion = ReducedMotion.Reduce;
        options.Locale = "en-GB";
        options.TimezoneId = "Europe/Berlin";
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceInMilliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static bool IsRequired =>
        Environment.GetEnvironmentVariable("CI") is { Length: > 0 }
        || Environment.GetEnvironmentVariable("MAMCONSOLE_REQUIRE_BROWSER") is { Length: > 0 };
}
