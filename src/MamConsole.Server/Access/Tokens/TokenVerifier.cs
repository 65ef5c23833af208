using MamConsole.Server.Outcomes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// Validates tokens of the one tenant (docs/reference/protocol.md §2.3). The library checks the signature; issuer, tenant, audience and
/// times are compared here again, because measurements showed that stock validators accept another tenant's tokens and unusual claims
/// (docs/reference/stack.md §2, docs/reference/abuse-cases.md §5).
/// </summary>
internal sealed class TokenVerifier(EntraTenant tenant, EntraDocuments documents, TimeProvider clock)
{
    /// <summary>The maximum difference between the clocks of this server and of Entra.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = TokenReader.MaximumLength };

    public async Task<Verification> VerifyAsync(string token, Audiences audiences, CancellationToken cancellationToken)
    {
        return TokenReader.Read(token) switch
        {
            TokenReading.Readable readable => await VerifyAsync(token, readable.Claims, audiences, cancellationToken),
            TokenReading.Malformed malformed => new Verification.Rejected(malformed.Reason),
            _ => throw new InvalidOperationException("A text is readable or malformed."),
        };
    }

    private async Task<Verification> VerifyAsync(string token, TokenClaims claims, Audiences audiences, CancellationToken cancellationToken)
    {
        if (documents.For(claims.Version) is not { } document)
        {
            return new Verification.Rejected("its version is neither 1.0 nor 2.0");
        }

        EntraKeys keys;
        try
        {
            keys = await document.GetForKeyAsync(claims.KeyId, cancellationToken);
        }
        catch (EntraUnavailableException unavailable)
        {
            return new Verification.Unavailable(unavailable.Message);
        }

        if (Fault(claims, keys, claims.Version == "1.0" ? audiences.V1 : audiences.V2, clock.GetUtcNow()) is { } fault)
        {
            return new Verification.Rejected(fault);
        }

        var result = await handler.ValidateTokenAsync(token, Parameters(claims, keys));
        return result.IsValid
            ? new Verification.Genuine(claims, result.SecurityToken, keys)
            : new Verification.Rejected("its signature is not Entra's");
    }

    /// <summary>Whether a token with these times is valid at that moment.</summary>
    public static bool IsCurrent(long notBefore, long expires, DateTimeOffset now) =>
        notBefore <= (now + Skew).ToUnixTimeSeconds() && expires >= (now - Skew).ToUnixTimeSeconds();

    private string? Fault(TokenClaims claims, EntraKeys keys, IReadOnlyList<string> audiences, DateTimeOffset now)
    {
        if (!keys.Keys.ContainsKey(claims.KeyId))
        {
            return $"its key {LogText.Quote(claims.KeyId)} is unknown";
        }

        if (claims.Issuer != keys.Issuer)
        {
            return $"its issuer {LogText.Quote(claims.Issuer)} is not {keys.Issuer}";
        }

        if (!IsId(claims.TenantId, out var tid) || tid != tenant.TenantId)
        {
            return $"its tenant {LogText.Quote(claims.TenantId)} is not this tenant";
        }

        if (claims.Audience is null || !audiences.Contains(claims.Audience, StringComparer.Ordinal))
        {
            return $"its audience {LogText.Quote(claims.Audience)} is not this application";
        }

        if (claims.Expires is not { } expires || claims.NotBefore is not { } notBefore || notBefore >= expires)
        {
            return "its times are missing or out of order";
        }

        if (IsCurrent(notBefore, expires, now))
        {
            return null;
        }

        // This server's clock may be wrong instead: Entra's responses contain the time for comparison.
        documents.For(claims.Version)!.CheckClockSkew();
        return "it has expired or is not valid yet";
    }

    private static TokenValidationParameters Parameters(TokenClaims claims, EntraKeys keys) =>
        new()
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = keys.Keys[claims.KeyId],
            TryAllIssuerSigningKeys = false,
            ValidIssuer = keys.Issuer,
            ValidAudience = claims.Audience,
            // Compared above with the injected clock, which the library does not support.
            LifetimeValidator = (_, _, _, _) => true,
        };

    /// <summary>Exactly the format that Entra uses: 36 characters with hyphens.</summary>
    public static bool IsId(string? text, out Guid id) => Guid.TryParseExact(text, "D", out id);
}
