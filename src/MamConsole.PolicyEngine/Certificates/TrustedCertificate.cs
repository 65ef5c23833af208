using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>One certificate to trust, as uploaded.</summary>
public sealed record TrustedCertificate
{
    public TrustStore Store { get; init; }

    /// <summary>The file's name, for display.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The certificate, DER in Base64.</summary>
    public string Content { get; init; } = "";

    /// <summary>Why the file was rejected; null when it was stored.</summary>
    [JsonPropertyName("refused")]
    public string? RejectionReason { get; init; }

    /// <summary>
    /// Creates a row from the content of a file: one certificate, DER, PEM or Base64. A file with a private key is not stored, even in a
    /// draft.
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
