using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>The labels of the area's settings.</summary>
internal static class CertificatesCatalog
{
    public static readonly SettingTable Settings = new(
        "certificates",
        ("trusted", "Trusted certificates", "Trusted certificate", "RootCATrustedCertificates", "The authorities that PCs trust."),
        (
            "scep",
            "SCEP certificates",
            "SCEP certificate",
            "ClientCertificateInstall/SCEP",
            "The certificates that PCs request for themselves."
        ),
        (
            "pfx",
            "PFX certificates",
            "PKCS imported certificate",
            "ClientCertificateInstall/PFXCertInstall",
            "The certificates that PCs receive with their private key."
        )
    );
}
