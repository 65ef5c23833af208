using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>One certificate that every PC requests over SCEP.</summary>
public sealed record ScepCertificate
{
    /// <summary>The display name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The server's addresses, tried in order.</summary>
    public ValueList<string> Servers { get; init; } = [];

    /// <summary>The challenge password that the server requires.</summary>
    public SecretReference? Challenge { get; init; }

    /// <summary>The SHA-1 thumbprint of the issuing authority's certificate, 40 hexadecimal digits.</summary>
    public string AuthorityThumbprint { get; init; } = "";

    /// <summary>The requested X.500 name: <c>CN=…</c>.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Subject alternative names, each <c>type+name</c>: <c>11+anna@contoso.com</c> is a user principal name.</summary>
    public ValueList<string> OtherNames { get; init; } = [];

    /// <summary>The extended key usages, as OIDs. 1.3.6.1.5.5.7.3.2 = client authentication.</summary>
    public ValueList<string> Purposes { get; init; } = [ScepDefaults.ClientAuthentication];

    public bool ForSigning { get; init; } = true;

    public bool ForEncryption { get; init; } = true;

    /// <summary>The size of the RSA key in bits: 1024, 2048 or 4096.</summary>
    public string KeyLength { get; init; } = "2048";

    /// <summary>SHA-1, SHA-2 or SHA-3; several are joined by <c>+</c>.</summary>
    public string Hash { get; init; } = "SHA-2";

    [JsonPropertyName("keyPlace")]
    public KeyStorageProvider KeyStorageProvider { get; init; } = KeyStorageProvider.TpmIfThere;

    public CertificateOwner Owner { get; init; }

    /// <summary>The requested validity; empty or 0 = as the server decides.</summary>
    public string ValidFor { get; init; } = "";

    public ValidityUnit ValidUnit { get; init; } = ValidityUnit.Years;

    /// <summary>The number of retries while the request is pending on the server; empty = Windows' default of 3.</summary>
    public string Retries { get; init; } = "";

    /// <summary>The minutes between retries; empty = Windows' default of 5.</summary>
    public string RetryMinutes { get; init; } = "";
}
