namespace MamConsole.Server.Access.Tokens;

/// <summary>The result of reading a token. Its content is not validated yet.</summary>
internal abstract record TokenReading
{
    private TokenReading() { }

    public sealed record Malformed(string Reason) : TokenReading;

    public sealed record Readable(TokenClaims Claims) : TokenReading;
}
