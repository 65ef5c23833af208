using MamConsole.PolicyEngine.Certificates;
using MamConsole.Server.Ui.Fields;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>Choices that .pfx certificates and SCEP certificates share.</summary>
internal static class CertificateChoices
{
    public static readonly IReadOnlyList<Choice<CertificateOwner>> Owners =
    [
        new(CertificateOwner.Person, "The person"),
        new(CertificateOwner.Pc, "The PC"),
    ];

    public static readonly IReadOnlyList<Choice<KeyStorageProvider>> KeyStorageProviders =
    [
        new(KeyStorageProvider.TpmIfThere, "In the TPM if there is one"),
        new(KeyStorageProvider.Tpm, "Only in a TPM"),
        new(KeyStorageProvider.Software, "In software"),
    ];

    public static readonly IReadOnlyList<Choice<bool>> YesNo = [new(false, "No"), new(true, "Yes")];
}
