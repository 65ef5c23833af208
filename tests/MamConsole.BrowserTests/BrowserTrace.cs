using MamConsole.Tests;
using Microsoft.Playwright;

namespace MamConsole.BrowserTests;

/// <summary>
/// Playwright's trace of a context: each action with the page before and after it. It is stored only when the test fails, in the folder
/// that <c>MAMCONSOLE_TRACES</c> names (default <c>artifacts/traces</c> of the checkout). No trace is recorded with TRACE=0.
/// </summary>
/// <remarks>A trace opens with <c>playwright.ps1 show-trace FILE</c> of the test project's output folder, or in Playwright's trace
/// viewer.</remarks>
internal static class BrowserTrace
{
    private static readonly bool IsRecorded = Environment.GetEnvironmentVariable("TRACE") is not ("0" or "false");

    /// <summary>
    /// Starts recording. Pages are recorded as DOM snapshots, without screenshots, because screenshots take longer than the tests.
    /// </summary>
    public static Task StartAsync(IBrowserContext context) =>
        IsRecorded ? context.Tracing.StartAsync(new() { Snapshots = true, Screenshots = false }) : Task.CompletedTask;

    /// <summary>Ends the recording and stores it when the test failed.</summary>
    public static async Task StopAsync(IBrowserContext context, bool isRetained, int number)
    {
        if (!IsRecorded)
        {
            return;
        }

        try
        {
            await context.Tracing.StopAsync(new() { Path = isRetained ? PathOf(number) : null });
        }
        catch (PlaywrightException gone)
        {
            // The browser or the context is closed already; the failure of the test must remain the reported one.
            TestContext.Current.AddAttachment($"trace-{number}.txt", gone.Message);
        }
    }

    private static string PathOf(int number)
    {
        var folder = Environment.GetEnvironmentVariable("MAMCONSOLE_TRACES") is { Length: > 0 } named
            ? named
            : Path.Combine(CheckoutFiles.Root, "artifacts", "traces");
        var name = TestContext.Current.Test?.TestDisplayName ?? "test";
        var safe = string.Concat(name.Split([.. Path.GetInvalidFileNameChars(), '"', ' ', ':']));
        var path = Path.Combine(folder, $"{safe[..Math.Min(safe.Length, 150)]}-{number}.zip");
        TestContext.Current.AddAttachment($"trace-{number}", path);
        return path;
    }
}
