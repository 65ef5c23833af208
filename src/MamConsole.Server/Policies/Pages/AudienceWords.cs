using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Policies.Pages;

/// <summary>Who gets a policy, in a few words.</summary>
internal static class AudienceWords
{
    public static string Of(AssignmentSettings assignment) => assignment.To switch
    {
        AssignmentKind.Everyone => "Everyone",
        AssignmentKind.People => assignment.People.Count == 1 ? assignment.People[0] : Plural.Of(assignment.People.Count, "person", "people"),
        AssignmentKind.Nobody => "Nobody",
        _ => "Not decided",
    };
}
