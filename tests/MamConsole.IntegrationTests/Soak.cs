namespace MamConsole.IntegrationTests;

/// <summary>
/// How long a test that repeats itself goes on: a short form in the gate, a long one where <c>MAMCONSOLE_SOAK</c> is set
/// (<c>eng/soak.sh</c>).
/// </summary>
internal static class Soak
{
    /// <summary>Whether the long form was asked for.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("MAMCONSOLE_SOAK") is { Length: > 0 } and not "0";

    /// <param name="quick">Rounds in the gate.</param>
    /// <param name="soak">Rounds in the long form.</param>
    public static int Rounds(int quick, int soak) => IsLong ? soak : quick;
}
