using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>The parsed information protection settings.</summary>
public sealed record InformationProtectionRules(
    ProtectionMode? Mode,
    ValueList<DomainName> EnterpriseIds,
    ValueList<RecoveryCertificate> RecoveryCertificates,
    bool? RevokeOnUnenroll,
    bool? RevokeOnMdmHandoff,
    bool? ShowIcons,
    bool? AzureRms,
    Guid? RmsTemplate,
    ValueList<FileExtension> SmbExtensions,
    int? LostContactDays
)
{
    /// <summary>Returns null when nothing is set.</summary>
    internal static InformationProtectionRules? Parse(InformationProtectionSettings s) =>
        s == new InformationProtectionSettings()
            ? null
            : new(
                s.Mode,
                s.EnterpriseIds.Select(DomainName.Parse).ToValueList(),
                s.RecoveryCertificates.Select(CertificateOf).ToValueList(),
                s.RevokeOnUnenroll,
                s.RevokeOnMdmHandoff,
                s.ShowIcons,
                s.AzureRms,
                TryTemplate(s.RmsTemplateId, out var template) ? template : null,
                s.SmbExtensions.Select(FileExtension.Parse).ToValueList(),
                FindingRules.Number(s.LostContactDays)
            );

    /// <summary>Parses a GUID with or without braces.</summary>
    internal static bool TryTemplate(string text, out Guid template) =>
        Guid.TryParseExact(text.Trim(), "D", out template) || Guid.TryParseExact(text.Trim(), "B", out template);

    private static RecoveryCertificate CertificateOf(UploadedCertificate file) =>
        TryCertificate(file, out var certificate, out var reason) ? certificate : throw new FormatException(reason);

    internal static bool TryCertificate(
        UploadedCertificate file,
        [NotNullWhen(true)] out RecoveryCertificate? certificate,
        [NotNullWhen(false)] out string? reason
    )
    {
        var reading = Readings.GetValue(file, static upload => new Reading(upload));
        (certificate, reason) = (reading.Certificate, reading.Reason);
        return certificate is not null;
    }

    /// <summary>A cache of the certificates by upload: parsing is slow, and the form validates at every keystroke.</summary>
    private static readonly ConditionalWeakTable<UploadedCertificate, Reading> Readings = [];

    private sealed class Reading
    {
        public Reading(UploadedCertificate file)
        {
            var bytes = new byte[file.Content.Length];
            if (file.Content.Length == 0 || !Convert.TryFromBase64String(file.Content, bytes, out var length))
            {
                Reason =
                    file.Content.Length == 0 && file.RejectionReason is { } rejected
                        ? rejected
                        : "The file is empty or damaged. Upload it again.";
                return;
            }

            _ = RecoveryCertificate.TryParse(bytes.AsSpan(0, length), out var certificate, out var reason);
            (Certificate, Reason) = (certificate, reason);
        }

        public RecoveryCertificate? Certificate { get; }

        public string? Reason { get; }
    }
}
