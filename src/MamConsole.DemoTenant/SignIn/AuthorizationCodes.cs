using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.DemoTenant.SignIn;

/// <summary>
/// The authorization codes and refresh tokens that have been issued. A code is valid once, for five minutes, with the redirect address and
/// the PKCE verifier of its request.
/// </summary>
internal sealed class AuthorizationCodes(TimeProvider clock)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Code> codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SignedIn> refreshTokens = new(StringComparer.Ordinal);

    private sealed record Code(SignedIn SignedIn, string RedirectUri, string Challenge, DateTimeOffset Expires);

    public string Issue(SignedIn signedIn, string redirectUri, string challenge)
    {
        var code = Secret();
        codes[code] = new Code(signedIn, redirectUri, challenge, clock.GetUtcNow() + CodeLifetime);
        return code;
    }

    /// <summary>
    /// Redeems a code. Returns null when it was never issued, was redeemed before, has expired or belongs to another application.
    /// </summary>
    public SignedIn? Redeem(string code, Guid client, string redirectUri, string verifier)
    {
        if (!codes.TryRemove(code, out var found))
        {
            return null;
        }

        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var right =
            found.Expires > clock.GetUtcNow()
            && found.SignedIn.Client == client
            && found.RedirectUri == redirectUri
            && found.Challenge == challenge;
        return right ? found.SignedIn : null;
    }

    public string IssueRefreshToken(SignedIn signedIn)
    {
        var token = Secret();
        refreshTokens[token] = signedIn;
        return token;
    }

    /// <summary>Returns the sign-in that the refresh token was issued for; null when it is unknown or another application's.</summary>
    public SignedIn? Refresh(string token, Guid client) =>
        refreshTokens.TryGetValue(token, out var found) && found.Client == client ? found : null;

    private static string Secret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(48));
}
