namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// The one tenant whose people sign in and whose devices are managed (section <c>AzureAd</c>, docs/reference/contract.md §2).
/// </summary>
/// <param name="Instance">The authority's address, https, with a trailing slash.</param>
/// <param name="TenantId">The <c>tid</c> of every accepted token.</param>
/// <param name="ConsoleClientId">The application for the sign-in of people and for the API tokens of scripts.</param>
internal sealed record EntraTenant(Uri Instance, Guid TenantId, Guid ConsoleClientId)
{
    /// <summary>The values were checked when the server started.</summary>
    public static EntraTenant From(IConfiguration configuration)
    {
        var section = configuration.GetSection("AzureAd");
        return new EntraTenant(
            new Uri(section["Instance"]!.TrimEnd('/') + "/"),
            Guid.Parse(section["TenantId"]!),
            Guid.Parse(section["ClientId"]!)
        );
    }
}
