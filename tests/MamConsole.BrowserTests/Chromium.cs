using System.Globalization;
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

    private const string Missing = "No Chromium on this machine: apt-get install chromium-headless-shell.";

    /// <summary>The browser without a window of its own draws pages alike and starts no processes for toolbars that nobody sees.</summary>
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

    /// <summary>Skips the test where there is no Chromium, and fails it where one is required.</summary>
    public void Require()
    {
        if (browser is null)
        {
            Assert.SkipUnless(IsRequired, Missing);
            Assert.Fail(Missing);
        }
    }

    /// <summary>A browser without cookies, which stops every movement; disposing of it closes its pages.</summary>
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

    /// <summary>SLOWMO=250 waits so many milliseconds before each act; a headed browser waits 100 unless told otherwise.</summary>
    private static float SlowMotion =>
        Environment.GetEnvironmentVariable("SLOWMO") is { Length: > 0 } milliseconds
            ? float.Parse(milliseconds, CultureInfo.InvariantCulture)
            : DefaultSlowMotion;

    private static float DefaultSlowMotion => IsHeaded ? 100 : 0;

    private static bool IsRequired =>
        Environment.GetEnvironmentVariable("CI") is { Length: > 0 }
        || Environment.GetEnvironmentVariable("MAMCONSOLE_REQUIRE_BROWSER") is { Length: > 0 };
}
