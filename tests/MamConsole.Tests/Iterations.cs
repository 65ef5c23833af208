using System.Globalization;

namespace MamConsole.Tests;

/// <summary>
/// How many samples a property test draws: a few in the gate, and a multiple of them where <see cref="Variable"/> says so
/// (<c>eng/soak.sh</c>).
/// </summary>
internal static class Iterations
{
    /// <summary>The environment variable with the factor, a whole number from 1; unset = 1.</summary>
    public const string Variable = "MAMCONSOLE_SOAK_FACTOR";

    private static readonly int Factor = Parse(Environment.GetEnvironmentVariable(Variable));

    /// <param name="quick">Samples in the gate.</param>
    public static long Of(int quick) => (long)quick * Factor;

    /// <summary>The factor that a value of the variable stands for.</summary>
    /// <exception cref="FormatException">It is no whole number from 1.</exception>
    public static int Parse(string? value) =>
        string.IsNullOrEmpty(value) ? 1
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor
        : throw new FormatException($"{Variable} is a whole number from 1, not \"{value}\".");
}
