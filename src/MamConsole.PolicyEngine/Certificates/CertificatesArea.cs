using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.Certificates;

internal static class CertificatesArea
{
    public static readonly AreaDescriptor<CertificatesSettings, CertificatesRules> Descriptor = new()
    {
        Name = "certificates",
        Key = "certificates",
        Title = CertificatesWords.Area,
        Introduction = "Which authorities PCs trust, and which certificates people sign in with, to Wi-Fi or a VPN for example.",
        Settings = CertificatesCatalog.Settings.Settings,
        Validator = new CertificatesValidator(),
        Parse = (s, _) => CertificatesRules.Parse(s),
        Compile = (rules, _) => CertificatesCompiler.Compile(rules),
        Describe = CertificatesWords.Describe,
    };
}
