namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>When the first recovery certificate of a policy ends.</summary>
/// <param name="Subject">Whose it is.</param>
/// <param name="EndsAt">Its last instant.</param>
public sealed record RecoveryExpiry(string Subject, DateTimeOffset EndsAt)
{
    /// <summary>From here on a successor is planned: as W-DRA-03.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(180);

    /// <summary>From here on it is urgent: PCs that call seldom need weeks to take a new version.</summary>
    public static readonly TimeSpan Urgent = TimeSpan.FromDays(30);

    /// <summary>The one that ends first; null for a policy that protects nothing or has none.</summary>
    public static RecoveryExpiry? Of(InformationProtectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Protects
            ? settings.RecoveryCertificates.Select(Read).OfType<RecoveryExpiry>().MinBy(expiry => expiry.EndsAt)
            : null;
    }

    /// <summary>Null while there is time.</summary>
    public ExpiryUrgency? UrgencyAt(DateTimeOffset now) =>
        EndsAt < now ? ExpiryUrgency.Ended
        : EndsAt < now + Urgent ? ExpiryUrgency.Urgent
        : EndsAt < now + Soon ? ExpiryUrgency.Soon
        : null;

    private static RecoveryExpiry? Read(UploadedCertificate file) =>
        InformationProtectionRules.TryCertificate(file, out var certificate, out _) ? new(certificate.Subject, certificate.NotAfter) : null;
}
