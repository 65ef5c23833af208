using Microsoft.IdentityModel.Tokens;

namespace MamConsole.Server.Access.Tokens;

/// <summary>Whether a token is this tenant's, alive and for us. What it is good for is asked afterwards.</summary>
internal abstract record Verification
{
    private Verification() { }

    /// <param name="Claims">What it says.</param>
    /// <param name="Token">The library's reading of it.</param>
    /// <param name="Keys">The document that spoke for it.</param>
    public sealed record Genuine(TokenClaims Claims, SecurityToken Token, EntraKeys Keys) : Verification;

    /// <param name="Reason">For the log, never for the caller.</param>
    public sealed record Rejected(string Reason) : Verification;

    /// <summary>Entra's keys were never reached.</summary>
    public sealed record Unavailable(string Reason) : Verification;
}
