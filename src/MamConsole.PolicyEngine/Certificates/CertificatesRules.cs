using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>The parsed area.</summary>
public sealed record CertificatesRules(ValueList<TrustedRule> Trusted, ValueList<PfxCertificate> Pfx, ValueList<ScepCertificate> Scep)
{
    /// <summary>Returns null when nothing is set.</summary>
    internal static CertificatesRules? Parse(CertificatesSettings settings) =>
        settings == new CertificatesSettings()
            ? null
            : new(
                settings
                    .Trusted.Select(row =>
                        CertificateFile.TryRead(row, out var certificate, out _) ? new TrustedRule(row.Store, certificate) : null
                    )
                    .OfType<TrustedRule>()
                    .ToValueList(),
                settings.Pfx,
                settings.Scep
            );
}
