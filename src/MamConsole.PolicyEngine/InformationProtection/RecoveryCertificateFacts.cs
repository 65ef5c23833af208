using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>An uploaded certificate as shown in the wizard.</summary>
public static class RecoveryCertificateFacts
{
    /// <summary>The parsed upload; null when it is not a certificate, and then the validation reports the reason.</summary>
    public static RecoveryCertificate? Of(UploadedCertificate file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return InformationProtectionRules.TryCertificate(file, out var certificate, out _) ? certificate : null;
    }

    /// <summary>Encodes the certificate, decodes it and compares: returns its bytes, or null when the result differs (W-DRA-05).</summary>
    public static int? SentBytes(RecoveryCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var der = Convert.FromBase64String(certificate.Der);
        return EfsRecoveryBlob.Fault(der) is null ? EfsRecoveryBlob.Build(der).Length : null;
    }
}
