using Microsoft.IdentityModel.Tokens;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// Whether a token was issued by this tenant, is current and has the right audience. Its permissions are evaluated afterwards.
/// </summary>
internal abstract record Verification
{
    private Verification() { }

    /// <param name="Claims">The claims of the token.</param>
    /// <param name="Token">The token as the library parsed it.</param>
    /// <param name="Keys">The metadata document that validated it.</param>
    public sealed record Genuine(TokenClaims Claims, SecurityToken Token, EntraKeys Keys) : Verification;

    /// <param name="Reason">For the log; it is never returned to the caller.</param>
    public sealed record Rejected(string Reason) : Verification;

    /// <summary>The signing keys of Entra have never been fetched.</summary>
    public sealed record Unavailable(string Reason) : Verification;
}
