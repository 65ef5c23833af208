using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.InformationProtection;

internal static class InformationProtectionArea
{
    public static readonly AreaDescriptor<InformationProtectionSettings, InformationProtectionRules> Descriptor = new()
    {
        Name = "informationProtection",
        Key = "protection",
        Title = InformationProtectionWords.Area,
        Introduction = "Defines what Windows does when work data is about to leave work apps, and who can recover work files.",
        Settings = InformationProtectionCatalog.Settings.Settings,
        Validator = new InformationProtectionValidator(),
        Parse = (s, _) => InformationProtectionRules.Parse(s),
        Compile = InformationProtectionCompiler.Compile,
        Describe = InformationProtectionWords.Describe,
    };
}
