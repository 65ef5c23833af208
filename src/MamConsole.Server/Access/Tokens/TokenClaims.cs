using System.Text.Json;

namespace MamConsole.Server.Access.Tokens;

/// <summary>The claims of a token that the server uses, each with its required type.</summary>
internal sealed record TokenClaims
{
    // 9999-12-31T23:59:59Z, the last second that a DateTimeOffset can represent.
    private const long LastSecond = 253_402_300_799;

    public required string KeyId { get; init; }

    public string? Issuer { get; private set; }

    public string? Audience { get; private set; }

    /// <summary><c>ver</c>: 1.0 or 2.0.</summary>
    public string? Version { get; private set; }

    public string? TenantId { get; private set; }

    public string? ObjectId { get; private set; }

    public string? Subject { get; private set; }

    /// <summary><c>scp</c>, separated by spaces.</summary>
    public string? Scope { get; private set; }

    public string? Name { get; private set; }

    public string? Upn { get; private set; }

    public string? UniqueName { get; private set; }

    public string? PreferredUserName { get; private set; }

    public string? DeviceId { get; private set; }

    /// <summary><c>idtyp</c>: "app" for a token that was issued to an application without a user.</summary>
    public string? IdentityType { get; private set; }

    /// <summary><c>azp</c> or <c>appid</c>: the client that requested the token. An ID token has none.</summary>
    public string? Client { get; private set; }

    /// <summary>Only an ID token has one.</summary>
    public string? Nonce { get; private set; }

    /// <summary>Unix seconds.</summary>
    public long? Expires { get; private set; }

    /// <summary>Unix seconds.</summary>
    public long? NotBefore { get; private set; }

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public bool HasScope(string scope) => Scope is not null && Scope.Split(' ').Contains(scope, StringComparer.Ordinal);

    /// <summary>Whether the token is issued for a sign-in and not for calls to an API.</summary>
    public bool IsIdToken => Nonce is not null || (Client is null && Scope is null);

    /// <summary>Whether the token was issued to an application that acts without a user.</summary>
    public bool IsAppOnly => IdentityType == "app" || (Scope is null && Subject is not null && Subject == ObjectId);

    /// <summary>Reads the recognized claims; others are ignored. A recognized claim with a wrong type rejects the token.</summary>
    public static TokenReading Read(JsonElement claims, string keyId)
    {
        if (claims.ValueKind != JsonValueKind.Object)
        {
            return new TokenReading.Malformed("its claims are not an object");
        }

        var read = new TokenClaims { KeyId = keyId };
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var claim in claims.EnumerateObject())
        {
            if (!seen.Add(claim.Name))
            {
                return new TokenReading.Malformed("it contains a claim twice");
            }

            if (!read.Take(claim.Name, claim.Value))
            {
                return new TokenReading.Malformed("one of its claims has the wrong type");
            }
        }

        return new TokenReading.Readable(read);
    }

    private bool Take(string name, JsonElement value) =>
        name switch
        {
            "iss" => Text(value, text => Issuer = text),
            "aud" => Text(value, text => Audience = text),
            "ver" => Text(value, text => Version = text),
            "tid" => Text(value, text => TenantId = text),
            "oid" => Text(value, text => ObjectId = text),
            "sub" => Text(value, text => Subject = text),
            "scp" => Text(value, text => Scope = text),
            "name" => Text(value, text => Name = text),
            "upn" => Text(value, text => Upn = text),
            "unique_name" => Text(value, text => UniqueName = text),
            "preferred_username" => Text(value, text => PreferredUserName = text),
            "deviceid" => Text(value, text => DeviceId = text),
            "idtyp" => Text(value, text => IdentityType = text),
            "azp" or "appid" => Text(value, text => Client = text),
            "nonce" => Text(value, text => Nonce = text),
            "exp" => Seconds(value, seconds => Expires = seconds),
            "nbf" => Seconds(value, seconds => NotBefore = seconds),
            "roles" => Texts(value),
            // A recognized name in another spelling is an attempt to get two interpretations of one token.
            _ => !Known.Contains(name),
        };

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "iss",
        "aud",
        "ver",
        "tid",
        "oid",
        "sub",
        "scp",
        "upn",
        "unique_name",
        "preferred_username",
        "deviceid",
        "idtyp",
        "azp",
        "appid",
        "nonce",
        "exp",
        "nbf",
        "roles",
    };

    private static bool Text(JsonElement value, Action<string> take)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        take(value.GetString()!);
        return true;
    }

    private static bool Seconds(JsonElement value, Action<long> take)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var seconds) || seconds is < 0 or > LastSecond)
        {
            return false;
        }

        take(seconds);
        return true;
    }

    private bool Texts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            return false;
        }

        Roles = [.. value.EnumerateArray().Select(item => item.GetString()!)];
        return true;
    }
}
