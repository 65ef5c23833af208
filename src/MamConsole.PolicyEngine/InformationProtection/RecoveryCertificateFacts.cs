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
}
