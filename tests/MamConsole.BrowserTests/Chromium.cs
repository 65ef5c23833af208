using System.Globalization;
using MamConsole.BrowserTests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(DemoConsole))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace MamConsole.BrowserTests;

/// <summary>
/// The machine's own Chromium, one process for all tests; each test opens its own contexts. Without Chromium, tests are skipped, and fail
/// where CI or MAMCONSOLE_REQUIRE_BROWSER is set.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The timeout in milliseconds for an expected state, chosen for a busy machine.</summary>
    private const int PatienceInMilliseconds = 30_000;

    private const string Missing = "No Chromium on this machine: apt-get install chromium-headless-shell.";

    /// <summary>The headless shell renders pages identically and starts no processes for the browser's user interface.</summary>
    private static readonly string[] Headless = ["/usr/bin/chromium-headless-shell"];

    private static readonly string[] Headed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

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
        if (Array.Find(IsHeaded ? Headed : [.. Headless, .. Headed], File.Exists) is { } path)
        {
            Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = path,
                    Headless = !IsHeaded,
                    SlowMo = SlowMotion,
                    Args = Arguments,
                }
            );
        }
    }

    /// <summary>Skips the test where Chromium is not installed, and fails it where Chromium is required.</summary>
    public void Require()
    {
        if (browser is null)
        {
            Assert.SkipUnless(IsRequired, Missing);
            Assert.Fail(Missing);
        }
    }

    /// <summary>A context without cookies and with reduced motion; disposing of it closes its pages.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Require();
        options ??= new BrowserNewContextOptions();
        options.ReducedMotion = ReducedMotion.Reduce;
        options.Locale = "en-GB";
        options.TimezoneId = "Europe/Berlin";
        var context = await browser!.NewContextAsync(options);
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

    /// <summary>HEADED=1 shows the windows.</summary>
    private static bool IsHeaded => Environment.GetEnvironmentVariable("HEADED") is "1" or "true";

    /// <summary>SLOWMO=250 waits 250 ms before each action; the default is 100 ms for a headed browser and 0 otherwise.</summary>
    private static float SlowMotion =>
        Environment.GetEnvironmentVariable("SLOWMO") is { Length: > 0 } milliseconds
            ? float.Parse(milliseconds, CultureInfo.InvariantCulture)
            : DefaultSlowMotion;

    private static float DefaultSlowMotion => IsHeaded ? 100 : 0;

    private static bool IsRequired =>
        Environment.GetEnvironmentVariable("CI") is { Length: > 0 }
        || Environment.GetEnvironmentVariable("MAMCONSOLE_REQUIRE_BROWSER") is { Length: > 0 };
}
