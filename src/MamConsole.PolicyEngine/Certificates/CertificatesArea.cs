using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.Certificates;

internal static class CertificatesArea
{
    public static readonly AreaDescriptor<CertificatesSettings, CertificatesRules> Descriptor = new()
    {
        Name = "certificates",
        Key = "certificates",
        Title = CertificatesWords.Area,
        Introduction = "Defines which authorities PCs trust, and which certificates people use to sign in, for example to Wi-Fi or a VPN.",
        Settings = CertificatesCatalog.Settings.Settings,
        Validator = new CertificatesValidator(),
        Parse = (s, _) => CertificatesRules.Parse(s),
        Compile = (rules, _) => CertificatesCompiler.Compile(rules),
        Describe = CertificatesWords.Describe,
    };
}
