namespace MamConsole.Server.Access.Tokens;

/// <summary>What a text turned out to be. Nothing of it is believed yet.</summary>
internal abstract record TokenReading
{
    private TokenReading() { }

    public sealed record Malformed(string Reason) : TokenReading;

    public sealed record Readable(TokenClaims Claims) : TokenReading;
}
