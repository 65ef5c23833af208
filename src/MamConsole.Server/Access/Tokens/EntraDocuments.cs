namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// The tenant's two metadata documents; a token's <c>ver</c> claim selects the one that applies (docs/reference/contract.md §2).
/// </summary>
internal sealed class EntraDocuments(EntraTenant tenant, EntraHttp http, TimeProvider clock, ILogger<EntraDocument> logger) : IDisposable
{
    /// <summary>For tokens of version 1.0.</summary>
    public EntraDocument V1 { get; } =
        new($"{tenant.Instance}{tenant.TenantId:D}/.well-known/openid-configuration", tenant.TenantId, http, clock, logger);

    /// <summary>For tokens of version 2.0, and for the sign-in.</summary>
    public EntraDocument V2 { get; } =
        new($"{tenant.Instance}{tenant.TenantId:D}/v2.0/.well-known/openid-configuration", tenant.TenantId, http, clock, logger);

    /// <summary>Null for an unknown version.</summary>
    public EntraDocument? For(string? version) =>
        version switch
        {
            "1.0" => V1,
            "2.0" => V2,
            _ => null,
        };

    public void Dispose()
    {
        V1.Dispose();
        V2.Dispose();
    }
}
