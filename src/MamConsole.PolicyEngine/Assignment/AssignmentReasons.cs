namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Why a PC gets a policy or not, in words.</summary>
internal static class AssignmentReasons
{
    public static string Wins(AssignmentRule rule, AssignmentSubject subject) =>
        $"{Basis(rule, subject)}, and no other policy that matches comes before it.";

    public static string Loses(AssignmentCandidate loser, AssignmentCandidate winner, AssignmentSubject subject) =>
        $"{Basis(loser.Rule, subject)}, but “{winner.Name}” comes first: {Before(winner, loser)}.";

    public static string Misses(AssignmentRule rule, AssignmentMismatch mismatch, AssignmentSubject subject) =>
        mismatch switch
        {
            AssignmentMismatch.ForNobody => "It is for nobody.",
            AssignmentMismatch.NotNamed => $"It names people, and {subject.Upn} is not among them.",
            AssignmentMismatch.InNoGroup => $"It is for {AssignmentPhrases.Groups(rule.Groups)}, and {subject.Upn} is "
                + $"{(rule.Groups.Length == 1 ? "not in it" : "in none of them")}.",
            AssignmentMismatch.GroupsNeverRead =>
                $"It is for {AssignmentPhrases.Groups(rule.Groups)}. Which groups {subject.Upn} is in was never read from Entra, "
                    + "so they count as none.",
            AssignmentMismatch.ExceptedPerson => $"It makes an exception of {subject.Upn}.",
            AssignmentMismatch.ExceptedGroup =>
                $"It makes an exception of the group {AssignmentRule.GroupOf(subject, rule.ExceptGroups)?.Name}, which {subject.Upn} "
                    + "is in.",
            AssignmentMismatch.BuildNotKnown => $"It is for {AssignmentPhrases.Builds(rule)}; which build this PC runs is not known.",
            AssignmentMismatch.WindowsTooOld or AssignmentMismatch.WindowsTooNew =>
                $"It is for {AssignmentPhrases.Builds(rule)}; this PC runs {WindowsReleases.NameOf(subject.Build!.Value)}.",
            AssignmentMismatch.OtherEdition => $"It is for the {AssignmentPhrases.Editions(rule)} of Windows; this PC’s is "
                + $"{Editions.FamilyOf(subject.Edition)?.ToString() ?? "not known"}.",
            _ => $"It is for {AssignmentPhrases.Rings(rule)}; this PC is in {subject.Ring}.",
        };

    private static string Basis(AssignmentRule rule, AssignmentSubject subject) =>
        rule.To switch
        {
            AssignmentKind.People => $"It names {subject.Upn}",
            AssignmentKind.Groups => $"It is for the group {AssignmentRule.GroupOf(subject, rule.Groups)?.Name}, which {subject.Upn} is in",
            _ => rule.HasFilters ? "It is for everyone whose PC its filters take, and they take this one" : "It is for everyone",
        };

    private static string Before(AssignmentCandidate winner, AssignmentCandidate loser) =>
        winner.Rank.Priority != loser.Rank.Priority ? $"priority {winner.Rank.Priority} before {loser.Rank.Priority}"
        : winner.Rank.Breadth != loser.Rank.Breadth
            ? $"both have priority {winner.Rank.Priority}, and it "
                + $"{(winner.Rank.Breadth == 0 ? "names the person" : "is for a group")} "
                + $"where this one is for {(loser.Rank.Breadth == 1 ? "a group" : "everyone")}"
        : $"both have priority {winner.Rank.Priority} and reach as far, and it is the older policy";
}
