using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The labels of the area's settings.</summary>
internal static class AssignmentCatalog
{
    public static readonly SettingTable Settings = new(
        "assignment",
        ("to", "Assigned to", "Assignments", "", "Which people’s PCs get this policy."),
        ("people", "People", "Assignments", "", "The people whose PCs get this policy, by sign-in name."),
        ("groups", "Groups", "Included groups", "", "The Entra groups whose members’ PCs get this policy."),
        ("priority", "Priority", "Priority", "", "The policy with the lowest number applies if several match a PC."),
        ("exceptGroups", "Excluded groups", "Excluded groups", "", "The Entra groups whose members’ PCs do not get this policy."),
        ("exceptPeople", "Excluded people", "Excluded groups", "", "The people whose PCs do not get this policy."),
        ("fromBuild", "Minimum OS version", "osVersion (filter)", "", "The oldest Windows whose PCs get this policy."),
        ("toBuild", "Maximum OS version", "osVersion (filter)", "", "The newest Windows whose PCs get this policy."),
        ("editions", "Editions", "operatingSystemSKU (filter)", "", "The Windows editions whose PCs get this policy."),
        ("rings", "Rings", "Deployment rings", "", "The rings whose PCs get this policy.")
    );
}
