using System.Diagnostics;

namespace MamConsole.IntegrationTests;

/// <summary>Waits for a condition, and gives up loudly: a test that waits for ever tells nobody what it waited for.</summary>
internal static class Eventually
{
    /// <summary>Longer than any machine needs, shorter than anybody's patience.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <param name="what">What is waited for, to go on after "It never came to be that".</param>
    /// <param name="condition">Whether it is so now.</param>
    public static Task TrueAsync(string what, Func<bool> condition) => TrueAsync(what, () => Task.FromResult(condition()));

    /// <summary>The same for a condition that takes a while to ask for.</summary>
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
