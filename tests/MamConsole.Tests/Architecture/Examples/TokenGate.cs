namespace MamConsole.Tests.Architecture.Examples;

/// <summary>A type, a member and a parameter with words that <see cref="Wording"/> bans.</summary>
internal static class TokenGate
{
    public static int KeptTokens { get; private set; }

    public static void Check(int heardTokens) => KeptTokens = heardTokens;
}
