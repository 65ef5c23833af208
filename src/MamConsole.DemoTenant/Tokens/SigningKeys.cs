using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.DemoTenant.Tokens;

/// <summary>The published keys of the tenant; the newest one signs.</summary>
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

    /// <summary>Signs with a new key from now on. The previous key stays published; older keys are removed.</summary>
    public void Roll() => published = [Current, SigningKey.Of(RSA.Create(2048))];

    /// <summary>Returns the JWK set (RFC 7517), with the issuer in each key as Entra adds it.</summary>
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
