using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>One certificate with its private key.</summary>
public sealed record PfxCertificate
{
    /// <summary>The .pfx file, stored as a secret.</summary>
    public SecretReference? File { get; init; }

    /// <summary>The password of the file, stored as a secret; null when it has none.</summary>
    public SecretReference? Password { get; init; }

    /// <summary>The file's name, for display.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The subject of the certificate; stored at upload, because the file cannot be read again.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The SHA-1 thumbprint of the certificate, hexadecimal; stored at upload.</summary>
    public string Thumbprint { get; init; } = "";

    /// <summary>The last day of validity, <c>yyyy-mm-dd</c>; stored at upload.</summary>
    public string LastDay { get; init; } = "";

    public CertificateOwner Owner { get; init; }

    [JsonPropertyName("keyPlace")]
    public KeyStorageProvider KeyStorageProvider { get; init; } = KeyStorageProvider.TpmIfThere;

    /// <summary>Whether the key can be exported from the PC; only possible for a key in software.</summary>
    public bool Exportable { get; init; }
}
