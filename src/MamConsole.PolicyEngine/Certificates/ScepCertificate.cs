using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>One certificate that every PC fetches over SCEP.</summary>
public sealed record ScepCertificate
{
    /// <summary>What people call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The server's addresses, tried in turn.</summary>
    public ValueList<string> Servers { get; init; } = [];

    /// <summary>What the server wants to hear before it issues.</summary>
    public SecretReference? Challenge { get; init; }

    /// <summary>SHA-1 of the issuing authority's certificate, 40 hexadecimal digits.</summary>
    public string AuthorityThumbprint { get; init; } = "";

    /// <summary>The requested X.500 name: <c>CN=…</c>.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Further names, each <c>type+name</c>: <c>11+anna@contoso.com</c> is a user principal name.</summary>
    public ValueList<string> OtherNames { get; init; } = [];

    /// <summary>What it is for: OIDs. 1.3.6.1.5.5.7.3.2 = signing in as a client.</summary>
    public ValueList<string> Purposes { get; init; } = [ScepDefaults.ClientAuthentication];

    public bool ForSigning { get; init; } = true;

    public bool ForEncryption { get; init; } = true;

    /// <summary>Bits of the RSA key: 1024, 2048 or 4096.</summary>
    public string KeyLength { get; init; } = "2048";

    /// <summary>SHA-1, SHA-2 or SHA-3, several joined by <c>+</c>.</summary>
    public string Hash { get; init; } = "SHA-2";

    [JsonPropertyName("keyPlace")]
    public KeyStorageProvider KeyStorageProvider { get; init; } = KeyStorageProvider.TpmIfThere;

    public CertificateOwner Owner { get; init; }

    /// <summary>How long it shall be valid; empty or 0 = as the server decides.</summary>
    public string ValidFor { get; init; } = "";

    public ValidityUnit ValidUnit { get; init; } = ValidityUnit.Years;

    /// <summary>How often the PC asks again while the server has not decided; empty = Windows' own 3.</summary>
    public string Retries { get; init; } = "";

    /// <summary>Minutes between them; empty = Windows' own 5.</summary>
    public string RetryMinutes { get; init; } = "";
}
