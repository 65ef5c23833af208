using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.Handoff;

internal static class HandoffArea
{
    public static readonly AreaDescriptor<HandoffSettings, HandoffRules> Descriptor = new()
    {
        Name = "handoff",
        Key = "move",
        Title = HandoffWords.Area,
        Introduction = "Offers the handoff of a PC to full management (MDM) and controls what happens to its work files.",
        Settings = HandoffCatalog.Settings.Settings,
        Validator = new HandoffValidator(),
        Parse = (s, _) => HandoffRules.Parse(s),
        Compile = (rules, _) => HandoffCompiler.Compile(rules),
        Describe = HandoffWords.Describe,
    };
}
