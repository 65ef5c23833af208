using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.Server.Access.Tokens;

/// <summary>One metadata document with its usable keys. Immutable; a newer one replaces it.</summary>
internal sealed class EntraKeys
{
    private EntraKeys(OpenIdConnectConfiguration configuration, FrozenDictionary<string, SecurityKey> keys)
    {
        Configuration = configuration;
        Keys = keys;
    }

    public OpenIdConnectConfiguration Configuration { get; }

    /// <summary>The only issuer that a token of this document may have.</summary>
    public string Issuer => Configuration.Issuer;

    /// <summary>By key id.</summary>
    public FrozenDictionary<string, SecurityKey> Keys { get; }

    /// <summary>
    /// Selects the RSA signing keys of at least 2,048 bits that belong to this tenant; all other keys of the set are ignored. Entra's key
    /// sets also contain keys for personal accounts, which have another issuer.
    /// </summary>
    /// <exception cref="InvalidDataException">The document has no issuer or no usable key.</exception>
    public static EntraKeys Read(OpenIdConnectConfiguration configuration, Guid tenantId)
    {
        if (
            string.IsNullOrEmpty(configuration.Issuer)
            || !configuration.Issuer.Contains(tenantId.ToString("D"), StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new InvalidDataException("The issuer of the metadata document is not this tenant.");
        }

        var keys = new Dictionary<string, SecurityKey>(StringComparer.Ordinal);
        foreach (var key in configuration.JsonWebKeySet?.Keys ?? [])
        {
            if (BelongsTo(tenantId, key) && Rsa(key) is { } rsa)
            {
                keys[key.Kid] = rsa;
            }
        }

        if (keys.Count == 0)
        {
            throw new InvalidDataException("The key set contains no usable RSA signing key.");
        }

        // Code that reads the keys from the configuration itself (the sign-in does) gets only the checked keys.
        configuration.SigningKeys.Clear();
        foreach (var key in keys.Values)
        {
            configuration.SigningKeys.Add(key);
        }

        return new EntraKeys(configuration, keys.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static bool BelongsTo(Guid tenantId, JsonWebKey key) =>
        !key.AdditionalData.TryGetValue("issuer", out var issuer)
        || issuer is not string text
        || text.Contains("{tenantid}", StringComparison.OrdinalIgnoreCase)
        || text.Contains(tenantId.ToString("D"), StringComparison.OrdinalIgnoreCase);

    private static RsaSecurityKey? Rsa(JsonWebKey key)
    {
        if (
            key.Kty != JsonWebAlgorithmsKeyTypes.RSA
            || string.IsNullOrEmpty(key.Kid)
            || key.N is null
            || key.E is null
            || key.Use is not (null or "" or "sig")
        )
        {
            return null;
        }

        var numbers = new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(key.N), Exponent = Base64UrlEncoder.DecodeBytes(key.E) };

        // 256 bytes = 2,048 bits. An exponent shorter than three bytes is below 65,537, which no legitimate authority publishes; an
        // exponent of 1 would accept any signature.
        return numbers.Modulus.Length >= 256 && numbers.Exponent.Length >= 3 ? new RsaSecurityKey(numbers) { KeyId = key.Kid } : null;
    }
}
