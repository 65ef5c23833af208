using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.DemoTenant.Tokens;

/// <summary>Writes compact JWTs without a library, because libraries do not write the invalid ones that tests need.</summary>
internal static class TokenWriter
{
    private static readonly Lazy<RSA> Stranger = new(() => RSA.Create(2048));

    // CA5385: the key is deliberately too short, because the server must reject it.
#pragma warning disable CA5385
    private static readonly Lazy<RSA> Weak = new(() => RSA.Create(1024));
#pragma warning restore CA5385

    private static readonly Lazy<ECDsa> Curve = new(() => ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Returns the token with these claims, signed by that key.</summary>
    public static string Write(SigningKey key, TokenFields claims, TokenFaults faults)
    {
        var header = new TokenFields
        {
            ["typ"] = "JWT",
            ["alg"] = faults.Signature switch
            {
                TokenSignature.HmacOverPublicKey or TokenSignature.HmacOverModulus or TokenSignature.HmacOverNothing => "HS256",
                TokenSignature.EllipticCurve => "ES256",
                TokenSignature.Rs512 => "RS512",
                TokenSignature.Ps256 => "PS256",
                _ => "RS256",
            },
            ["kid"] = key.KeyId,
        };
        faults.Header?.Invoke(header);
        faults.Claims?.Invoke(claims);
        var token = Sign(key, header.ToJson(), claims.ToJson(), faults.Signature);
        return faults.Text?.Invoke(token) ?? token;
    }

    /// <summary>Returns the compact form of two documents of any content.</summary>
    public static string Sign(SigningKey key, byte[] header, byte[] claims, TokenSignature how)
    {
        var input = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(claims)}";
        return $"{input}.{Base64UrlEncoder.Encode(Signature(key.Rsa, Encoding.ASCII.GetBytes(input), how))}";
    }

    private static byte[] Signature(RSA key, byte[] input, TokenSignature how) =>
        how switch
        {
            TokenSignature.Right => key.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            TokenSignature.AnotherKey => Stranger.Value.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            TokenSignature.WeakKey => Weak.Value.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            TokenSignature.Removed => [],
            TokenSignature.Zeros => new byte[256],
            TokenSignature.HmacOverPublicKey => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), input),
            TokenSignature.HmacOverModulus => HMACSHA256.HashData(key.ExportParameters(false).Modulus!, input),
            TokenSignature.HmacOverNothing => HMACSHA256.HashData(ReadOnlySpan<byte>.Empty, input),
            TokenSignature.EllipticCurve => Curve.Value.SignData(input, HashAlgorithmName.SHA256),
            TokenSignature.Rs512 => key.SignData(input, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            TokenSignature.Ps256 => key.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, "Unknown kind of signature."),
        };
}
