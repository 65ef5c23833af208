namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>The earliest expiration among the recovery certificates of a policy.</summary>
/// <param name="Subject">The subject of the certificate.</param>
/// <param name="EndsAt">The end of its validity.</param>
public sealed record RecoveryExpiry(string Subject, DateTimeOffset EndsAt)
{
    /// <summary>The time before expiration at which a replacement should be planned: as W-DRA-03.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(180);

    /// <summary>The time before expiration at which it is urgent: PCs that check in rarely need weeks to apply a new version.</summary>
    public static readonly TimeSpan Urgent = TimeSpan.FromDays(30);

    /// <summary>Returns the certificate that expires first; null for a policy that protects nothing or has none.</summary>
    public static RecoveryExpiry? Of(InformationProtectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Protects
            ? settings.RecoveryCertificates.Select(Read).OfType<RecoveryExpiry>().MinBy(expiry => expiry.EndsAt)
            : null;
    }

    /// <summary>Returns null when the certificate does not expire soon.</summary>
    public ExpiryUrgency? UrgencyAt(DateTimeOffset now) =>
        EndsAt < now ? ExpiryUrgency.Ended
        : EndsAt < now + Urgent ? ExpiryUrgency.Urgent
        : EndsAt < now + Soon ? ExpiryUrgency.Soon
        : null;

    private static RecoveryExpiry? Read(UploadedCertificate file) =>
        InformationProtectionRules.TryCertificate(file, out var certificate, out _) ? new(certificate.Subject, certificate.NotAfter) : null;
}
