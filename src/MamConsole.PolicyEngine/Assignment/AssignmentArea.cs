using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The assignment: no node comes from it.</summary>
internal static class AssignmentArea
{
    public static readonly AreaDescriptor<AssignmentSettings, object> Descriptor = new()
    {
        Name = "assignment",
        Key = "assignment",
        Title = AssignmentWords.Area,
        Introduction = "Which people’s PCs take this policy.",
        Settings = AssignmentCatalog.Settings.Settings,
        Validator = new AssignmentValidator(),
        Parse = static (_, _) => null,
        Describe = AssignmentWords.Describe,
    };
}
