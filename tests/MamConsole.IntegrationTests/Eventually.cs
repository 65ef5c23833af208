using System.Diagnostics;

namespace MamConsole.IntegrationTests;

/// <summary>
/// Waits for a condition, and fails with its description after a limit, because a test without a limit would not report the condition.
/// </summary>
internal static class Eventually
{
    /// <summary>The limit is longer than the slowest machine needs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <param name="what">The expected condition as the end of a sentence that begins with "It never came to be that".</param>
    /// <param name="condition">Whether the condition is met.</param>
    public static Task TrueAsync(string what, Func<bool> condition) => TrueAsync(what, () => Task.FromResult(condition()));

    /// <summary>Waits for a condition that is evaluated asynchronously.</summary>
    public static async Task TrueAsync(string what, Func<Task<bool>> condition)
    {
        var began = Stopwatch.GetTimestamp();
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Limit, $"It never came to be that {what}.");
            await again.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
