namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Explains why a PC gets a policy or not.</summary>
internal static class AssignmentReasons
{
    public static string Wins(AssignmentRule rule, AssignmentSubject subject) =>
        $"{Basis(rule, subject)}, and no other matching policy takes precedence.";

    public static string Loses(AssignmentCandidate loser, AssignmentCandidate winner, AssignmentSubject subject) =>
        $"{Basis(loser.Rule, subject)}, but “{winner.Name}” takes precedence: {Before(winner, loser)}.";

    public static string Misses(AssignmentRule rule, AssignmentMismatch mismatch, AssignmentSubject subject) =>
        mismatch switch
        {
            AssignmentMismatch.ForNobody => "The policy is not assigned.",
            AssignmentMismatch.NotNamed => $"The policy is assigned to people, and {subject.Upn} is not one of them.",
            AssignmentMismatch.InNoGroup => $"The policy is assigned to {AssignmentPhrases.Groups(rule.Groups)}, and {subject.Upn} is "
                + $"{(rule.Groups.Length == 1 ? "not in it" : "in none of them")}.",
            AssignmentMismatch.GroupsNeverRead =>
                $"The policy is assigned to {AssignmentPhrases.Groups(rule.Groups)}. The groups of {subject.Upn} have "
                    + "not been read from Entra, so no group matches.",
            AssignmentMismatch.ExceptedPerson => $"{subject.Upn} is excluded.",
            AssignmentMismatch.ExceptedGroup =>
                $"The group {AssignmentRule.GroupOf(subject, rule.ExceptGroups)?.Name} is excluded, and {subject.Upn} is a member.",
            AssignmentMismatch.BuildNotKnown => $"The policy requires {AssignmentPhrases.Builds(rule)}; the build of this PC is not known.",
            AssignmentMismatch.WindowsTooOld or AssignmentMismatch.WindowsTooNew =>
                $"The policy requires {AssignmentPhrases.Builds(rule)}; this PC runs {WindowsReleases.NameOf(subject.Build!.Value)}.",
            AssignmentMismatch.OtherEdition => $"The policy requires the {AssignmentPhrases.Editions(rule)} of Windows; this PC’s is "
                + $"{Editions.FamilyOf(subject.Edition)?.ToString() ?? "not known"}.",
            _ => $"The policy requires {AssignmentPhrases.Rings(rule)}; this PC is in {subject.Ring}.",
        };

    private static string Basis(AssignmentRule rule, AssignmentSubject subject) =>
        rule.To switch
        {
            AssignmentKind.People => $"The policy is assigned to {subject.Upn}",
            AssignmentKind.Groups => $"The policy is assigned to the group {AssignmentRule.GroupOf(subject, rule.Groups)?.Name}, of which "
                + $"{subject.Upn} is a member",
            _ => rule.HasFilters
                ? "The policy is assigned to everyone, and its filters match this PC"
                : "The policy is assigned to everyone",
        };

    private static string Before(AssignmentCandidate winner, AssignmentCandidate loser) =>
        winner.Rank.Priority != loser.Rank.Priority ? $"priority {winner.Rank.Priority} before {loser.Rank.Priority}"
        : winner.Rank.Breadth != loser.Rank.Breadth
            ? $"both have priority {winner.Rank.Priority}, and that policy "
                + $"{(winner.Rank.Breadth == 0 ? "names the person" : "is assigned to a group")} "
                + $"while this one is assigned to {(loser.Rank.Breadth == 1 ? "a group" : "everyone")}"
        : $"both have priority {winner.Rank.Priority} and the same scope, and that policy is older";
}
