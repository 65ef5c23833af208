using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>A certificate file, as uploaded: DER, PEM or Base64 text.</summary>
public sealed record UploadedCertificate
{
    /// <summary>The file's name, for display.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The file's bytes in Base64.</summary>
    public string Content { get; init; } = "";

    /// <summary>Why the file was rejected; null when it was stored.</summary>
    [JsonPropertyName("refused")]
    public string? RejectionReason { get; init; }

    /// <summary>
    /// Creates an upload from the content of a file. A file with a private key is not stored, even in a draft: the validation then reports
    /// the reason.
    /// </summary>
    public static UploadedCertificate From(string fileName, ReadOnlySpan<byte> content) =>
        RecoveryCertificate.HoldsPrivateKey(content)
            ? new() { FileName = fileName, RejectionReason = RecoveryCertificate.PrivateKeyReason }
            : new() { FileName = fileName, Content = Convert.ToBase64String(content) };
}
