using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>
/// Certificates that PCs trust, and certificates that people sign in with, as typed (docs/reference/csp-catalog.json:
/// RootCATrustedCertificates, ClientCertificateInstall).
/// </summary>
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
