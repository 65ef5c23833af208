using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.DemoTenant.Tokens;

/// <summary>
/// Composes the claims of each kind of token, with the names and values that Entra uses (docs/reference/protocol.md §2.2).
/// </summary>
internal sealed class TokenMint(Tenant tenant, SigningKeys keys, TimeProvider clock)
{
    /// <summary>The first-party client id that Windows requests its tokens with.</summary>
    private const string AuthenticationBroker = "29d9ed98-a469-4536-ade2-f981bc1d605e";

    /// <summary>Entra's lifetimes are random between 60 and 90 minutes; a constant in the middle makes tests repeatable.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(75);

    public string Device(TenantUser user, TokenVersion version, Guid? deviceId, TokenFaults faults)
    {
        var claims = Start(version, version == TokenVersion.V1 ? tenant.AppIdUri : Text(tenant.MamClientId));
        Client(claims, version, AuthenticationBroker, "0");
        Person(claims, user, version, tenant.MamClientId);
        claims["upn"] = user.UserName;
        claims["scp"] = "mdm_delegation";
        if (deviceId is { } id)
        {
            claims["deviceid"] = Text(id);
        }

        return Write(claims, faults);
    }

    public string Api(TenantUser user, TokenVersion version, TokenFaults faults)
    {
        var claims = Start(version, ConsoleAudience(version));
        Client(claims, version, Text(tenant.ScriptClientId), "0");
        Person(claims, user, version, tenant.ConsoleClientId);
        claims["scp"] = "access_as_user";
        Roles(claims, user.Roles);
        return Write(claims, faults);
    }

    public string App(IReadOnlyList<string> roles, TokenVersion version, TokenFaults faults)
    {
        var claims = Start(version, ConsoleAudience(version));
        Client(claims, version, Text(tenant.ScriptClientId), "1");
        claims["idtyp"] = "app";
        claims["oid"] = Text(tenant.ScriptPrincipalId);
        claims["sub"] = Text(tenant.ScriptPrincipalId);
        Roles(claims, roles);
        return Write(claims, faults);
    }

    public string Id(TenantUser user, Guid audience, string? nonce, TokenFaults faults)
    {
        var claims = Start(TokenVersion.V2, Text(audience));
        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        Person(claims, user, TokenVersion.V2, audience);
        claims["preferred_username"] = user.UserName;
        if (audience == tenant.ConsoleClientId)
        {
            Roles(claims, user.Roles);
        }

        return Write(claims, faults);
    }

    /// <summary>Issues the access token of a sign-in without a resource scope: for Graph. The console does not use it.</summary>
    public string Graph(TenantUser user)
    {
        var claims = Start(TokenVersion.V1, "https://graph.microsoft.com");
        Client(claims, TokenVersion.V1, Text(tenant.ConsoleClientId), "1");
        Person(claims, user, TokenVersion.V1, tenant.ConsoleClientId);
        claims["scp"] = "User.Read";
        return Write(claims, new TokenFaults());
    }

    /// <summary>Issues an app-only Graph token, which the console requests with its secret.</summary>
    public string GraphApp()
    {
        var claims = Start(TokenVersion.V1, Tenant.GraphAddress.AbsoluteUri);
        Client(claims, TokenVersion.V1, Text(tenant.ConsoleClientId), "1");
        claims["idtyp"] = "app";
        claims["oid"] = Text(tenant.ConsoleClientId);
        claims["sub"] = Text(tenant.ConsoleClientId);
        Roles(claims, ["GroupMember.Read.All"]);
        return Write(claims, new TokenFaults());
    }

    /// <summary>Returns whether the token is an app-only Graph token that is signed by a published key and has not expired.</summary>
    public bool IsGraphApp(string token)
    {
        var parts = token.Split('.');
        if (
            parts.Length != 3
            || !keys.Current.Rsa.VerifyData(
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Base64UrlEncoder.DecodeBytes(parts[2]),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            )
        )
        {
            return false;
        }

        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!;
        return (string?)claims["aud"] == Tenant.GraphAddress.AbsoluteUri
            && (string?)claims["idtyp"] == "app"
            && (long?)claims["exp"] > clock.GetUtcNow().ToUnixTimeSeconds();
    }

    private TokenFields Start(TokenVersion version, string audience)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return new TokenFields
        {
            ["aud"] = audience,
            ["iss"] = version == TokenVersion.V1 ? tenant.IssuerV1 : tenant.IssuerV2,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + (long)Lifetime.TotalSeconds,
            ["tid"] = Text(tenant.Id),
            ["uti"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
            ["ver"] = version == TokenVersion.V1 ? "1.0" : "2.0",
        };
    }

    private static void Client(TokenFields claims, TokenVersion version, string client, string authentication)
    {
        claims[version == TokenVersion.V1 ? "appid" : "azp"] = client;
        claims[version == TokenVersion.V1 ? "appidacr" : "azpacr"] = authentication;
    }

    private static void Person(TokenFields claims, TenantUser user, TokenVersion version, Guid application)
    {
        claims["oid"] = Text(user.ObjectId);
        claims["name"] = user.DisplayName;
        // The subject is pairwise: each application gets another one, so that applications cannot correlate people.
        claims["sub"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes($"{user.ObjectId:D}{application:D}")));
        if (version == TokenVersion.V1)
        {
            claims["unique_name"] = user.UserName;
        }
    }

    private static void Roles(TokenFields claims, IReadOnlyList<string> roles)
    {
        if (roles.Count > 0)
        {
            claims["roles"] = new JsonArray([.. roles.Select(role => (JsonNode?)JsonValue.Create(role))]);
        }
    }

    private string ConsoleAudience(TokenVersion version) => (version == TokenVersion.V1 ? "api://" : "") + Text(tenant.ConsoleClientId);

    private string Write(TokenFields claims, TokenFaults faults) => TokenWriter.Write(keys.Current, claims, faults);

    private static string Text(Guid id) => id.ToString("D");
}
