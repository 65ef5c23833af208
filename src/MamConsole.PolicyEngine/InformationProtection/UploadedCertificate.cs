using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>A certificate file as it was uploaded: DER, PEM or base64 text.</summary>
public sealed record UploadedCertificate
{
    /// <summary>The file's name, for people.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The file's bytes, base64.</summary>
    public string Content { get; init; } = "";

    /// <summary>Why the bytes were not kept; null when they were.</summary>
    [JsonPropertyName("refused")]
    public string? RejectionReason { get; init; }

    /// <summary>Takes the bytes of a file. Those of a private key are not kept, not even in a draft: the rules then say why.</summary>
    public static UploadedCertificate From(string fileName, ReadOnlySpan<byte> content) =>
        RecoveryCertificate.HoldsPrivateKey(content)
            ? new() { FileName = fileName, RejectionReason = RecoveryCertificate.PrivateKeyReason }
            : new() { FileName = fileName, Content = Convert.ToBase64String(content) };
}
