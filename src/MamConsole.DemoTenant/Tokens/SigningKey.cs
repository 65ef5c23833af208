using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.DemoTenant.Tokens;

/// <summary>An RSA key and its <c>kid</c>.</summary>
internal sealed record SigningKey(RSA Rsa, string KeyId)
{
    public static SigningKey Of(RSA rsa)
    {
        var modulus = rsa.ExportParameters(false).Modulus!;
        return new SigningKey(rsa, Base64UrlEncoder.Encode(SHA256.HashData(modulus)));
    }
}
