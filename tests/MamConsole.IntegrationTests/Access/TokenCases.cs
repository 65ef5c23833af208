using System.Text;
using MamConsole.DemoTenant.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.IntegrationTests.Access;

/// <summary>Tokens by name; each name begins with its id in the catalog of abuse cases, where it has one.</summary>
internal static class TokenCases
{
    public static readonly Dictionary<string, Func<TokenFactory, string>> Good = new()
    {
        ["v1, App ID URI"] = g => g.Token(version: TokenVersion.V1),
        ["v1, App ID URI with a slash"] = g => g.Token(claims => claims["aud"] = g.Tenant.AppIdUri + "/", TokenVersion.V1),
        ["T-16 v1, client id"] = g => g.Token(claims => claims["aud"] = g.Tenant.MamClientId.ToString("D"), TokenVersion.V1),
        ["v1, api:// client id"] = g => g.Token(claims => claims["aud"] = $"api://{g.Tenant.MamClientId:D}", TokenVersion.V1),
        ["v2, client id"] = g => g.Token(),
        ["T-27 v2 without upn"] = g => g.Token(claims => claims.Remove("upn")),
        ["T-28 with a device id"] = g => g.Token(claims => claims["deviceid"] = "0b9df4f0-5f3c-4a43-9c07-5c1f6a1f0d55"),
        ["T-29 with roles"] = g =>
            g.Token(claims =>
            {
                claims["roles"] = new System.Text.Json.Nodes.JsonArray("Owner");
                claims["wids"] = new System.Text.Json.Nodes.JsonArray("62e90394-69f5-4237-9190-012177145e10");
            }),
        ["several scopes"] = g => g.Token(claims => claims["scp"] = "profile mdm_delegation"),
        ["T-34 five minutes early"] = g =>
            g.Token(claims =>
            {
                claims["nbf"] = g.Now + 300;
                claims["exp"] = g.Now + 3600;
            }),
        ["T-34 five minutes late"] = g =>
            g.Token(claims =>
            {
                claims["nbf"] = g.Now - 3600;
                claims["exp"] = g.Now - 300;
            }),
    };

    public static readonly Dictionary<string, Func<TokenFactory, string>> Rejected = new()
    {
        ["T-01 alg none"] = g => g.Token(header: h => h["alg"] = "none", signature: TokenSignature.Removed),
        ["T-01 alg nOnE"] = g => g.Token(header: h => h["alg"] = "nOnE", signature: TokenSignature.Removed),
        ["T-01 alg none, real signature"] = g => g.Token(header: h => h["alg"] = "none"),
        ["T-02 signature removed"] = g => g.Token(signature: TokenSignature.Removed),
        ["T-02 signature zeros"] = g => g.Token(signature: TokenSignature.Zeros),
        ["T-02 no third part"] = g => g.Token(text: t => t[..t.LastIndexOf('.')]),
        ["T-03 HS256 with the public key"] = g => g.Token(signature: TokenSignature.HmacOverPublicKey),
        ["T-03 HS256 with the modulus"] = g => g.Token(signature: TokenSignature.HmacOverModulus),
        ["T-03 HS256 with an empty key"] = g => g.Token(signature: TokenSignature.HmacOverNothing),
        ["T-03 HS256 named RS256"] = g => g.Token(header: h => h["alg"] = "RS256", signature: TokenSignature.HmacOverPublicKey),
        ["T-04 RS512"] = g => g.Token(signature: TokenSignature.Rs512),
        ["T-04 PS256"] = g => g.Token(signature: TokenSignature.Ps256),
        ["T-04 alg missing"] = g => g.Token(header: h => h.Remove("alg")),
        ["T-04 alg array"] = g => g.Token(header: h => h["alg"] = new System.Text.Json.Nodes.JsonArray("RS256")),
        ["T-04 ES256 with a key of one's own"] = g => g.Token(header: h => h["alg"] = "ES256", signature: TokenSignature.EllipticCurve),
        ["T-05 a stranger's key"] = g => g.Token(signature: TokenSignature.AnotherKey),
        ["T-05 1024-bit key"] = g => g.Token(signature: TokenSignature.WeakKey),
        ["T-06 kid missing"] = g => g.Token(header: h => h.Remove("kid")),
        ["T-06 kid unknown"] = g => g.Token(header: h => h["kid"] = "unknown"),
        ["T-07 kid path"] = g => g.Token(header: h => h["kid"] = "../../etc/passwd"),
        ["T-07 kid SQL and CRLF"] = g => g.Token(header: h => h["kid"] = "' OR 1=1 --\r\nSet-Cookie: a=b"),
        ["T-08 jwk"] = g =>
            g.Token(
                header: h => h["jwk"] = new System.Text.Json.Nodes.JsonObject { ["kty"] = "RSA" },
                signature: TokenSignature.AnotherKey
            ),
        ["T-08 jku"] = g => g.Token(header: h => h["jku"] = "https://evil.example/keys"),
        ["T-08 x5u"] = g => g.Token(header: h => h["x5u"] = "https://evil.example/chain"),
        ["T-09 crit"] = g => g.Token(header: h => h["crit"] = new System.Text.Json.Nodes.JsonArray("exp")),
        ["T-09 b64 false"] = g => g.Token(header: h => h["b64"] = false),
        ["T-10 alg twice"] = g => g.Token(header: h => h.Repeat("alg", "RS256")),
        ["T-10 kid twice"] = g => g.Token(header: h => h.Repeat("kid", "other")),
        ["T-11 ID token"] = g => g.Tenant.IssueIdToken(g.User, g.Tenant.MamClientId, "nonce"),
        ["T-11 ID token with a scope"] = g =>
            g.Tenant.IssueIdToken(g.User, g.Tenant.MamClientId, "nonce", new TokenFaults { Claims = c => c["scp"] = "mdm_delegation" }),
        ["T-13 another tenant, v1"] = g => g.Token(claims => Other(claims, "https://sts.demo.invalid/{0}/"), TokenVersion.V1),
        ["T-13 another tenant, v2"] = g => g.Token(claims => Other(claims, "https://login.demo.invalid/{0}/v2.0")),
        ["T-13 tid of another tenant"] = g => g.Token(claims => claims["tid"] = Stranger),
        ["T-13 issuer of another tenant"] = g => g.Token(claims => claims["iss"] = $"https://login.demo.invalid/{Stranger}/v2.0"),
        ["T-14 tid missing"] = g => g.Token(claims => claims.Remove("tid")),
        ["T-14 tid twice"] = g => g.Token(claims => claims.Repeat("tid", Stranger)),
        ["T-14 tid twice, the same"] = g => g.Token(claims => claims.Repeat("tid", g.Tenant.Id.ToString("D"))),
        ["T-14 tid in two spellings"] = g => g.Token(claims => claims.Repeat("TID", Stranger)),
        ["T-14 tid in another spelling only"] = g =>
            g.Token(claims =>
            {
                claims.Remove("tid");
                claims["Tid"] = g.Tenant.Id.ToString("D");
            }),
        ["T-14 tid without hyphens"] = g => g.Token(claims => claims["tid"] = g.Tenant.Id.ToString("N")),
        ["T-14 personal accounts"] = g =>
            g.Token(claims => Other(claims, "https://login.demo.invalid/{0}/v2.0", "9188040d-6c67-4c5b-b112-36a304b66dad")),
        ["T-15 look-alike"] = g => g.Token(claims => claims["iss"] = $"https://login.demo.invalid.evil.example/{g.Tenant.Id:D}/v2.0"),
        ["T-15 common"] = g => g.Token(claims => claims["iss"] = "https://login.demo.invalid/common/v2.0"),
        ["T-15 {tenantid}"] = g => g.Token(claims => claims["iss"] = "https://login.demo.invalid/{tenantid}/v2.0"),
        ["T-15 missing"] = g => g.Token(claims => claims.Remove("iss")),
        ["T-15 trailing slash"] = g => g.Token(claims => claims["iss"] = g.Tenant.IssuerV2 + "/"),
        ["T-16 ver 2.0 with the v1 issuer"] = g => g.Token(claims => claims["iss"] = g.Tenant.IssuerV1),
        ["T-16 ver 1.0 with the v2 issuer"] = g => g.Token(claims => claims["iss"] = g.Tenant.IssuerV2, TokenVersion.V1),
        ["T-16 ver missing"] = g => g.Token(claims => claims.Remove("ver")),
        ["T-17 Graph"] = g => g.Token(claims => claims["aud"] = "https://graph.microsoft.com"),
        ["T-17 suffix"] = g => g.Token(claims => claims["aud"] = g.Tenant.AppIdUri + ".evil.example", TokenVersion.V1),
        ["T-17 http"] = g => g.Token(claims => claims["aud"] = g.Tenant.AppIdUri.Replace("https", "http"), TokenVersion.V1),
        ["T-17 port"] = g => g.Token(claims => claims["aud"] = g.Tenant.AppIdUri + ":443", TokenVersion.V1),
        ["T-17 array"] = g => g.Token(claims => claims["aud"] = new System.Text.Json.Nodes.JsonArray(g.Tenant.MamClientId.ToString("D"))),
        ["T-17 empty"] = g => g.Token(claims => claims["aud"] = ""),
        ["T-17 missing"] = g => g.Token(claims => claims.Remove("aud")),
        ["T-17 the console"] = g => g.Tenant.IssueApiToken(g.Tenant.WithRoles("Owner")),
        ["T-19 expired"] = g =>
            g.Token(claims =>
            {
                claims["nbf"] = g.Now - 7200;
                claims["exp"] = g.Now - 3600;
            }),
        ["T-19 no exp"] = g => g.Token(claims => claims.Remove("exp")),
        ["T-20 exp as text"] = g => g.Token(claims => claims["exp"] = "9999999999"),
        ["T-20 exp 1e30"] = g => g.Token(claims => claims["exp"] = 1e30),
        ["T-20 exp negative"] = g => g.Token(claims => claims["exp"] = -1),
        ["T-20 exp beyond dates"] = g => g.Token(claims => claims["exp"] = long.MaxValue),
        ["T-20 exp a fraction"] = g => g.Token(claims => claims["exp"] = 1e10 + 0.5),
        ["T-21 nbf in 2099"] = g =>
            g.Token(claims =>
            {
                claims["nbf"] = 4_070_908_800;
                claims["exp"] = 4_070_912_400;
            }),
        ["T-21 nbf after exp"] = g =>
            g.Token(claims =>
            {
                claims["nbf"] = g.Now + 200;
                claims["exp"] = g.Now + 100;
            }),
        ["T-21 no nbf"] = g => g.Token(claims => claims.Remove("nbf")),
        ["T-22 nothing"] = _ => "",
        ["T-22 one part"] = _ => "abc",
        ["T-22 two parts"] = _ => "abc.def",
        ["T-22 four parts"] = g => g.Token(text: t => t + ".e30"),
        ["T-22 bad JSON"] = g => g.Tenant.Sign(g.Header, "{\"iss\":"),
        ["T-22 array"] = g => g.Tenant.Sign(g.Header, "[]"),
        ["T-22 header a number"] = g => g.Tenant.Sign("1", "{}"),
        ["T-22 space before"] = g => g.Token(text: t => " " + t),
        ["T-22 line end"] = g => g.Token(text: t => t + "\n"),
        ["T-22 padding"] = g => g.Token(text: t => t + "=="),
        ["T-22 wrapped base64"] = g => g.Token(text: t => Convert.ToBase64String(Encoding.ASCII.GetBytes(t))),
        ["T-22 bad UTF-8"] = g => g.Token(text: t => Replace(t, 1, [.. "{\"iss\":\""u8, 0xC3, 0x28, .. "\"}"u8])),
        ["T-22 half a character"] = g => g.Tenant.Sign(g.Header, $$"""{"ver":"2.0","iss":"\ud800","tid":"{{g.Tenant.Id:D}}"}"""),
        ["T-22 half a character in a name"] = g => g.Tenant.Sign(g.Header, """{"\ud800":1}"""),
        ["T-22 Bearer twice"] = g => g.Token(text: t => "Bearer " + t),
        ["T-23 encrypted and compressed"] = g =>
            g.Token(header: h =>
            {
                h["enc"] = "A256GCM";
                h["zip"] = "DEF";
            }),
        ["T-24 kid of 64 KB"] = g => g.Token(header: h => h["kid"] = new string('k', 64 * 1024)),
        ["T-24 kid of 300 letters"] = g => g.Token(header: h => h["kid"] = new string('k', 300)),
        ["T-24 JSON 5,000 deep"] = g => g.Tenant.Sign(g.Header, "{\"a\":" + new string('[', 5_000) + new string(']', 5_000) + "}"),
        ["T-25 last bits altered"] = g => g.Token(text: AlterLastBits),
        ["T-27 oid missing"] = g => g.Token(claims => claims.Remove("oid")),
        ["T-27 oid no id"] = g => g.Token(claims => claims["oid"] = "maja.lindqvist@northwind.example"),
        ["T-27 oid in braces"] = g => g.Token(claims => claims["oid"] = g.User.ObjectId.ToString("B")),
        ["T-34 six minutes early"] = g =>
            g.Token(claims =>
            {
                claims["nbf"] = g.Now + 360;
                claims["exp"] = g.Now + 3600;
            }),
        ["T-34 six minutes late"] = g =>
            g.Token(claims =>
            {
                claims["nbf"] = g.Now - 3600;
                claims["exp"] = g.Now - 360;
            }),
    };

    public static readonly Dictionary<string, Func<TokenFactory, string>> Forbidden = new()
    {
        ["T-12 app-only, idtyp"] = g =>
            g.Token(claims =>
            {
                claims["idtyp"] = "app";
                claims.Remove("scp");
            }),
        ["T-12 app-only, subject is the object"] = g =>
            g.Token(claims =>
            {
                claims["sub"] = g.User.ObjectId.ToString("D");
                claims.Remove("scp");
            }),
        ["T-12 app-only with a scope"] = g => g.Token(claims => claims["idtyp"] = "app"),
        ["T-18 scope missing"] = g => g.Token(claims => claims.Remove("scp")),
        ["T-18 superstring"] = g => g.Token(claims => claims["scp"] = "mdm_delegation_admin"),
        ["T-18 another"] = g => g.Token(claims => claims["scp"] = "access_as_user"),
    };

    private const string Stranger = "6f1c3c0a-31a9-4d5b-8f44-0a4f6a2d9b77";

    private static void Other(TokenFields claims, string issuer, string tenant = Stranger)
    {
        claims["tid"] = tenant;
        claims["iss"] = string.Format(System.Globalization.CultureInfo.InvariantCulture, issuer, tenant);
    }

    private static string Replace(string token, int part, byte[] bytes)
    {
        var parts = token.Split('.');
        parts[part] = Base64UrlEncoder.Encode(bytes);
        return string.Join('.', parts);
    }

    /// <summary>
    /// Replaces the last letter by another one that decodes to the same bytes; a signature of 256 bytes leaves four unused bits in it.
    /// </summary>
    private static string AlterLastBits(string token)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return token[..^1] + Letters[Letters.IndexOf(token[^1]) ^ 1];
    }
}
