using MamConsole.PolicyEngine.Assignment;

namespace MamConsole.Server.Policies.Pages;

/// <summary>Describes the assignment of a policy in a few words.</summary>
internal static class AudienceWords
{
    public static string Of(AssignmentSettings assignment) => AssignmentSentence.Of(assignment);

    /// <summary>"priority 10"; null when the policy is not assigned.</summary>
    public static string? PriorityOf(AssignmentSettings assignment) =>
        AssignmentRule.Of(assignment) is { IsForSomebody: true } rule ? $"priority {rule.Priority}" : null;
}
