using System.Security.Claims;
using MamConsole.Server.Access.Tokens;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.Server.Access;

/// <summary>
/// Validates access tokens for the API by the same rules as device tokens instead of the stock handler's: the audience is the client ID
/// (v2.0) or <c>api://</c> and the client ID (v1.0), docs/reference/contract.md §3.
/// </summary>
internal sealed class ApiTokens(TokenVerifier verifier, EntraTenant tenant) : TokenHandler
{
    private const string Scope = "access_as_user";

    private readonly Audiences audiences = new([$"api://{tenant.ConsoleClientId:D}"], [tenant.ConsoleClientId.ToString("D")]);

    /// <summary>Makes the scheme for /api use this handler and omit the reason for a rejected token.</summary>
    public static void Configure(JwtBearerOptions options, ApiTokens tokens)
    {
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.SaveToken = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(tokens);
        options.Events = new JwtBearerEvents
        {
            OnChallenge = context =>
            {
                if (context.AuthenticateFailure is EntraUnavailableException)
                {
                    context.HandleResponse();
                    context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    context.Response.Headers.RetryAfter = "30";
                }

                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Whether a person delegated the access to the script (scope <c>access_as_user</c>).</summary>
    public static bool ActsForPerson(ClaimsPrincipal principal) =>
        principal.FindFirst("scp")?.Value.Split(' ').Contains(Scope, StringComparer.Ordinal) == true;

    /// <inheritdoc />
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters) =>
        await verifier.VerifyAsync(token, audiences, CancellationToken.None) switch
        {
            Verification.Genuine genuine when !genuine.Claims.IsIdToken => new TokenValidationResult
            {
                IsValid = true,
                SecurityToken = genuine.Token,
                ClaimsIdentity = Identity(genuine.Claims),
            },
            Verification.Unavailable unavailable => Failed(new EntraUnavailableException(unavailable.Reason, null)),
            Verification.Rejected rejected => Failed(new SecurityTokenValidationException(rejected.Reason)),
            _ => Failed(new SecurityTokenValidationException("it is an ID token")),
        };

    private static TokenValidationResult Failed(Exception error) => new() { IsValid = false, Exception = error };

    private static ClaimsIdentity Identity(TokenClaims claims)
    {
        var identity = new ClaimsIdentity(AccessPolicies.Api, "name", "roles");
        Add("oid", claims.ObjectId);
        Add("tid", claims.TenantId);
        Add("name", claims.Name);
        Add("preferred_username", claims.PreferredUserName ?? claims.Upn ?? claims.UniqueName);
        Add("scp", claims.Scope);
        Add("idtyp", claims.IsAppOnly ? "app" : null);
        identity.AddClaims(claims.Roles.Select(role => new Claim("roles", role)));
        return identity;

        void Add(string type, string? value)
        {
            if (value is not null)
            {
                identity.AddClaim(new Claim(type, value));
            }
        }
    }
}
