namespace MamConsole.IntegrationTests;

/// <summary>
/// The duration of repeating tests: short in CI, long where <c>MAMCONSOLE_SOAK</c> is set
/// (<c>eng/soak.sh</c>).
/// </summary>
internal static class Soak
{
    /// <summary>Whether the long form is requested.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("MAMCONSOLE_SOAK") is { Length: > 0 } and not "0";

    /// <param name="quick">The number of rounds in CI.</param>
    /// <param name="soak">The number of rounds in the long form.</param>
    public static int Rounds(int quick, int soak) => IsLong ? soak : quick;
}
