using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The assignment; it compiles to no node.</summary>
internal static class AssignmentArea
{
    public static readonly AreaDescriptor<AssignmentSettings, object> Descriptor = new()
    {
        Name = "assignment",
        Key = "assignment",
        Title = AssignmentWords.Area,
        Introduction = "Defines which people’s PCs get this policy.",
        Settings = AssignmentCatalog.Settings.Settings,
        Validator = new AssignmentValidator(),
        Parse = static (_, _) => null,
        Describe = AssignmentWords.Describe,
    };
}
