using System.Diagnostics;
using System.Globalization;

namespace MamConsole.IntegrationTests.Fuzz;

/// <summary>
/// The duration and the first seed of a fuzz run. Without settings the run is bounded and identical everywhere, because a CI run must not
/// fail by chance. <c>eng/fuzz.sh</c> sets <c>MAMCONSOLE_FUZZ_MINUTES</c> and another seed; a failure reports the seed that reproduces it.
/// </summary>
internal static class FuzzRun
{
    /// <summary>
    /// The limit is far above the slowest answer on a busy machine, and far below an answer with a cost that is quadratic in its input. A
    /// slower attempt is measured again.
    /// </summary>
    private static readonly TimeSpan MaximumRun = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Whether <c>MAMCONSOLE_FUZZ_MINUTES</c> have passed since <paramref name="began"/>; without that setting, whether
    /// <paramref name="count"/> attempts were made.
    /// </summary>
    public static bool IsOver(long began, int tried, int count) =>
        Minutes() is { } minutes ? Stopwatch.GetElapsedTime(began).TotalMinutes >= minutes : tried >= count;

    /// <summary>Runs <paramref name="count"/> attempts, or runs for <c>MAMCONSOLE_FUZZ_MINUTES</c> when that is set.</summary>
    /// <param name="count">The number of attempts without a setting.</param>
    /// <param name="attempt">Runs one attempt; an exception is reported with its seed.</param>
    public static void Run(int count, Action<Random> attempt)
    {
        var first = FirstSeed();
        var began = Stopwatch.GetTimestamp();
        TestContext.Current.SendDiagnosticMessage("Fuzzing from seed {0}", first);
        for (var i = 0; !IsOver(began, i, count); i++)
        {
            var seed = unchecked(first + i);
            try
            {
                Bounded(() => attempt(new Random(seed)));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Assert.Fail($"Seed {seed} (set MAMCONSOLE_FUZZ_SEED={seed} to begin with it): {fault}");
            }
        }
    }

    /// <summary>The first seed.</summary>
    public static int FirstSeed() =>
        int.TryParse(
            Environment.GetEnvironmentVariable("MAMCONSOLE_FUZZ_SEED"),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var seed
        )
            ? seed
            : 1;

    private static double? Minutes() =>
        double.TryParse(
            Environment.GetEnvironmentVariable("MAMCONSOLE_FUZZ_MINUTES"),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var minutes
        )
            ? minutes
            : null;

    /// <summary>Measures up to three times, because one slow attempt may be caused by a busy machine.</summary>
    private static void Bounded(Action attempt)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var began = Stopwatch.GetTimestamp();
            attempt();
            fastest = TimeSpan.FromTicks(Math.Min(fastest.Ticks, Stopwatch.GetElapsedTime(began).Ticks));
            if (fastest < MaximumRun)
            {
                return;
            }
        }

        Assert.Fail($"It takes {fastest} to answer.");
    }
}
