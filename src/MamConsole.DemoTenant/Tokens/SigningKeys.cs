using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.DemoTenant.Tokens;

/// <summary>The keys that the tenant signs with and publishes; the newest signs.</summary>
internal sealed class SigningKeys
{
    private volatile SigningKey[] published;

    public SigningKeys(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        published = [SigningKey.Of(rsa)];
    }

    public SigningKey Current => published[^1];

    /// <summary>A new key signs from now on; the one before it stays published, older ones go.</summary>
    public void Roll() => published = [Current, SigningKey.Of(RSA.Create(2048))];

    /// <summary>The key set document, in the shape of RFC 7517 with the issuer beside each key as Entra writes it.</summary>
    public object Document(string issuer) =>
        new
        {
            keys = published.Select(key =>
            {
                var numbers = key.Rsa.ExportParameters(false);
                return new
                {
                    kty = "RSA",
                    use = "sig",
                    kid = key.KeyId,
                    n = Base64UrlEncoder.Encode(numbers.Modulus),
                    e = Base64UrlEncoder.Encode(numbers.Exponent),
                    issuer,
                };
            }),
        };
}
