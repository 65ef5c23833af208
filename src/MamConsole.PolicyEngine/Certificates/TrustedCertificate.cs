using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>One certificate to trust, as it was uploaded.</summary>
public sealed record TrustedCertificate
{
    public TrustStore Store { get; init; }

    /// <summary>The file's name, for people.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The certificate, DER in base64.</summary>
    public string Content { get; init; } = "";

    /// <summary>Why the file was not kept; null when it was.</summary>
    [JsonPropertyName("refused")]
    public string? RejectionReason { get; init; }

    /// <summary>
    /// Takes the bytes of a file: one certificate, DER, PEM or base64. Those of a private key are not kept, not even in a draft.
    /// </summary>
    public static TrustedCertificate From(string fileName, ReadOnlySpan<byte> file) =>
        CertificateFile.TryRead(file, out var certificate, out var reason)
            ? new()
            {
                FileName = fileName,
                Content = certificate.Der,
                Store = certificate.LikelyStore,
            }
            : new() { FileName = fileName, RejectionReason = reason };
}
