namespace MamConsole.Server.Entra;

/// <summary>The address of Microsoft Graph (<c>Graph:BaseUrl</c>, docs/reference/contract.md §2).</summary>
/// <param name="BaseUrl">https, without a trailing slash.</param>
internal sealed record GraphAddress(string BaseUrl)
{
    /// <summary>The scope for which the application requests its token.</summary>
    public string Scope => $"{BaseUrl}/.default";

    /// <summary>The value was checked when the server started.</summary>
    public static GraphAddress From(IConfiguration configuration) =>
        new((configuration["Graph:BaseUrl"] is { Length: > 0 } configured ? configured : "https://graph.microsoft.com").TrimEnd('/'));

    /// <summary>Whether an address in a response belongs to Graph, so that a token may be sent to it.</summary>
    public bool Owns(string address) =>
        address.StartsWith(BaseUrl + "/", StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out _);
}
