namespace MamConsole.Server.Entra;

/// <summary>Where Microsoft Graph is (<c>Graph:BaseUrl</c>, docs/reference/contract.md §2).</summary>
/// <param name="BaseUrl">https, without a trailing slash.</param>
internal sealed record GraphAddress(string BaseUrl)
{
    /// <summary>What an application asks its token for.</summary>
    public string Scope => $"{BaseUrl}/.default";

    /// <summary>The value was checked when the server started.</summary>
    public static GraphAddress From(IConfiguration configuration) =>
        new((configuration["Graph:BaseUrl"] is { Length: > 0 } configured ? configured : "https://graph.microsoft.com").TrimEnd('/'));

    /// <summary>Whether an address that an answer names is Graph's own, so that a token may go there.</summary>
    public bool Owns(string address) =>
        address.StartsWith(BaseUrl + "/", StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out _);
}
