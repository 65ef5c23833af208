using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>
/// Certificates that PCs trust, and certificates that people use to sign in, as entered (docs/reference/csp-catalog.json:
/// RootCATrustedCertificates, ClientCertificateInstall).
/// </summary>
public sealed record CertificatesSettings
{
    /// <summary>Authorities and publishers that PCs trust. Public certificates only: the list contains no secrets.</summary>
    public ValueList<TrustedCertificate> Trusted { get; init; } = [];

    /// <summary>Certificates that are sent with their key: every PC receives the same one.</summary>
    public ValueList<PfxCertificate> Pfx { get; init; } = [];

    /// <summary>Certificates that every PC requests for itself.</summary>
    public ValueList<ScepCertificate> Scep { get; init; } = [];

    /// <summary>The referenced secrets, each with its field's path below the area.</summary>
    internal IEnumerable<(string Field, SecretReference Secret)> Secrets() =>
        [
            .. Pfx.Index().Where(p => p.Item.File is not null).Select(p => ($"Pfx[{p.Index}].File", p.Item.File!)),
            .. Pfx.Index().Where(p => p.Item.Password is not null).Select(p => ($"Pfx[{p.Index}].Password", p.Item.Password!)),
            .. Scep.Index().Where(s => s.Item.Challenge is not null).Select(s => ($"Scep[{s.Index}].Challenge", s.Item.Challenge!)),
        ];
}
