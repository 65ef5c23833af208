using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>An uploaded certificate as the wizard shows it.</summary>
public static class RecoveryCertificateFacts
{
    /// <summary>What was read from the upload; null when it is no certificate, and then the rules say why.</summary>
    public static RecoveryCertificate? Of(UploadedCertificate file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return InformationProtectionRules.TryCertificate(file, out var certificate, out _) ? certificate : null;
    }

    /// <summary>
    /// Builds what is sent for it, reads that back and compares: its bytes, or null when it does not read back as it is (W-DRA-05).
    /// </summary>
    public static int? SentBytes(RecoveryCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var der = Convert.FromBase64String(certificate.Der);
        return EfsRecoveryBlob.Fault(der) is null ? EfsRecoveryBlob.Build(der).Length : null;
    }
}
