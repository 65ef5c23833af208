using System.Globalization;

namespace MamConsole.Tests;

/// <summary>
/// The number of samples of a property test: a few in a normal run, and a multiple of them when <see cref="Variable"/> is set
/// (<c>eng/soak.sh</c>).
/// </summary>
internal static class Iterations
{
    /// <summary>The environment variable with the factor, a whole number from 1; the factor is 1 when it is not set.</summary>
    public const string Variable = "MAMCONSOLE_SOAK_FACTOR";

    private static readonly int Factor = Parse(Environment.GetEnvironmentVariable(Variable));

    /// <param name="quick">The number of samples in a normal run.</param>
    public static long Of(int quick) => (long)quick * Factor;

    /// <summary>Returns the factor in a value of the variable.</summary>
    /// <exception cref="FormatException">The value is not a whole number from 1.</exception>
    public static int Parse(string? value) =>
        string.IsNullOrEmpty(value) ? 1
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor
        : throw new FormatException($"{Variable} is a whole number from 1, not \"{value}\".");
}
