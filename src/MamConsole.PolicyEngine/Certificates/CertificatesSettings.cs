using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>Certificates that PCs trust, and certificates that people sign in with, as typed (csp-catalog.json: RootCATrustedCertificates, ClientCertificateInstall).</summary>
public sealed record CertificatesSettings
{
    /// <summary>Authorities and publishers that PCs trust. Only public certificates: nothing here is secret.</summary>
    public ValueList<TrustedCertificate> Trusted { get; init; } = [];

    /// <summary>Certificates that are sent with their key: every PC gets the same one.</summary>
    public ValueList<PfxCertificate> Pfx { get; init; } = [];

    /// <summary>Certificates that every PC fetches for itself.</summary>
    public ValueList<ScepCertificate> Scep { get; init; } = [];

    /// <summary>The secrets that are named, each with its field's path below the area.</summary>
    internal IEnumerable<(string Field, SecretReference Secret)> Secrets() =>
    [
        .. Pfx.Index().Where(p => p.Item.File is not null).Select(p => ($"Pfx[{p.Index}].File", p.Item.File!)),
        .. Pfx.Index().Where(p => p.Item.Password is not null).Select(p => ($"Pfx[{p.Index}].Password", p.Item.Password!)),
        .. Scep.Index().Where(s => s.Item.Challenge is not null).Select(s => ($"Scep[{s.Index}].Challenge", s.Item.Challenge!)),
    ];
}

/// <summary>The PC's store that a trusted certificate goes to. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<TrustStore>))]
public enum TrustStore
{
    /// <summary>Authorities that a chain may end in.</summary>
    Root = 0,
    /// <summary>Authorities in between.</summary>
    Intermediate = 1,
    /// <summary>Publishers of signed software.</summary>
    Publisher = 2,
}

/// <summary>Whose store a person's certificate goes to. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<CertificateOwner>))]
public enum CertificateOwner
{
    /// <summary>The person who enrolled the PC.</summary>
    Person = 0,
    /// <summary>The PC: everybody who signs in to it can use it.</summary>
    Pc = 1,
}

/// <summary>Where the private key lives. The numbers are those of the wire; stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<KeyPlace>))]
public enum KeyPlace
{
    /// <summary>In the TPM; a PC without one refuses the certificate.</summary>
    Tpm = 1,
    /// <summary>In the TPM where there is one, else in software.</summary>
    TpmIfThere = 2,
    /// <summary>In software.</summary>
    Software = 3,
}

/// <summary>One certificate to trust, as it was uploaded.</summary>
public sealed record TrustedCertificate
{
    public TrustStore Store { get; init; }

    /// <summary>The file's name, for people.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The certificate, DER in base64.</summary>
    public string Content { get; init; } = "";

    /// <summary>Why the file was not kept; null when it was.</summary>
    public string? Refused { get; init; }

    /// <summary>Takes the bytes of a file: one certificate, DER, PEM or base64. Those of a private key are not kept, not even in a draft.</summary>
    public static TrustedCertificate From(string fileName, ReadOnlySpan<byte> file) =>
        CertificateFile.TryRead(file, out var certificate, out var reason)
            ? new() { FileName = fileName, Content = certificate.Der, Store = certificate.LikelyStore }
            : new() { FileName = fileName, Refused = reason };
}

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

    public KeyPlace KeyPlace { get; init; } = KeyPlace.TpmIfThere;

    /// <summary>Whether the key may be copied out of the PC again; only a key in software can be.</summary>
    public bool Exportable { get; init; }
}

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

    public KeyPlace KeyPlace { get; init; } = KeyPlace.TpmIfThere;

    public CertificateOwner Owner { get; init; }

    /// <summary>How long it shall be valid; empty or 0 = as the server decides.</summary>
    public string ValidFor { get; init; } = "";

    public ValidityUnit ValidUnit { get; init; } = ValidityUnit.Years;

    /// <summary>How often the PC asks again while the server has not decided; empty = Windows' own 3.</summary>
    public string Retries { get; init; } = "";

    /// <summary>Minutes between them; empty = Windows' own 5.</summary>
    public string RetryMinutes { get; init; } = "";
}

/// <summary>The unit of a validity. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<ValidityUnit>))]
public enum ValidityUnit { Days, Months, Years }

/// <summary>What a new SCEP request begins with.</summary>
public static class ScepDefaults
{
    /// <summary>The purpose "signing in as a client".</summary>
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
}
