using MamConsole.PolicyEngine.Assignment;

namespace MamConsole.Server.Policies.Pages;

/// <summary>Who gets a policy, in a few words.</summary>
internal static class AudienceWords
{
    public static string Of(AssignmentSettings assignment) => AssignmentSentence.Of(assignment);

    /// <summary>"priority 10"; null where there is nobody to get it.</summary>
    public static string? PriorityOf(AssignmentSettings assignment) =>
        AssignmentRule.Of(assignment) is { IsForSomebody: true } rule ? $"priority {rule.Priority}" : null;
}
