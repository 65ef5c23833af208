using System.Diagnostics;
using System.Globalization;

namespace MamConsole.IntegrationTests.Fuzz;

/// <summary>
/// How long, and from where. Without settings a bounded run that is the same everywhere: a gate must not fail by chance. <c>eng/fuzz.sh</c>
/// sets
/// <c>MAMCONSOLE_FUZZ_MINUTES</c> and a seed of its own; a failure names the seed with which it can be made again.
/// </summary>
internal static class FuzzRun
{
    /// <summary>
    /// Far beyond what the slowest answer takes on a busy machine, and far below what an answer takes whose cost grows with the square of
    /// its
    /// input. A slower one is measured again.
    /// </summary>
    private static readonly TimeSpan MaximumRun = TimeSpan.FromSeconds(20);

    /// <summary>Whether <c>MAMCONSOLE_FUZZ_MINUTES</c> have passed since then; without it, whether so many were tried.</summary>
    public static bool IsOver(long began, int tried, int count) =>
        Minutes() is { } minutes ? Stopwatch.GetElapsedTime(began).TotalMinutes >= minutes : tried >= count;

    /// <summary>Runs until so many were tried, or for <c>MAMCONSOLE_FUZZ_MINUTES</c> when that is set.</summary>
    /// <param name="count">How many without a setting.</param>
    /// <param name="attempt">Tries one; what it throws is told with its seed.</param>
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

    /// <summary>The seed to begin with.</summary>
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

    /// <summary>What is slow once may have waited for the machine; what is slow three times is slow.</summary>
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
