using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>One certificate with its key.</summary>
public sealed record PfxCertificate
{
    /// <summary>The .pfx file, kept as a secret.</summary>
    public SecretReference? File { get; init; }

    /// <summary>Its password, kept as a secret; null when it has none.</summary>
    public SecretReference? Password { get; init; }

    /// <summary>The file's name, for people.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Whose it is, as the certificate says; told at the upload, because nobody can look into the file again.</summary>
    public string Subject { get; init; } = "";

    /// <summary>SHA-1 of the certificate, hexadecimal; likewise.</summary>
    public string Thumbprint { get; init; } = "";

    /// <summary>Its last day, <c>yyyy-mm-dd</c>; likewise.</summary>
    public string LastDay { get; init; } = "";

    public CertificateOwner Owner { get; init; }

    [JsonPropertyName("keyPlace")]
    public KeyStorageProvider KeyStorageProvider { get; init; } = KeyStorageProvider.TpmIfThere;

    /// <summary>Whether the key may be copied out of the PC again; only a key in software can be.</summary>
    public bool Exportable { get; init; }
}
