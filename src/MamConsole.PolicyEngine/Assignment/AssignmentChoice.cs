using System.Collections.Immutable;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>A published policy that a PC may get.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Age">The smaller, the older the policy; no two have the same.</param>
/// <param name="Rule">Whom it is for.</param>
public sealed record AssignmentCandidate(string Name, long Age, AssignmentRule Rule)
{
    /// <summary>Worked out once.</summary>
    public AssignmentRank Rank { get; } = AssignmentRank.Of(Rule, Age);
}

/// <summary>What one policy means for one PC.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Matches">Whether it is for this PC.</param>
/// <param name="Wins">Whether the PC gets it.</param>
/// <param name="Miss">Why it is not for it; null when it is.</param>
/// <param name="Words">The same in a sentence or two.</param>
public sealed record AssignmentAnswer<T>(T Policy, bool Matches, bool Wins, AssignmentMiss? Miss, string Words);

/// <summary>Which of the published policies a PC gets, and why.</summary>
public static class AssignmentChoice
{
    /// <summary>The matching policy of the first rank; null = none matches. The order of the policies does not matter.</summary>
    public static T? For<T>(AssignmentSubject subject, IEnumerable<T> policies, Func<T, AssignmentCandidate> candidate)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(candidate);
        T? best = null;
        var rank = default(AssignmentRank);
        foreach (var policy in policies)
        {
            var one = candidate(policy);
            if ((best is null || one.Rank < rank) && one.Rule.MissOf(subject) is null)
            {
                (best, rank) = (policy, one.Rank);
            }
        }

        return best;
    }

    /// <summary>What each policy means for the PC: the one that it gets, those that match too, then the others; each part by rank.</summary>
    public static ImmutableArray<AssignmentAnswer<T>> Explain<T>(AssignmentSubject subject, IEnumerable<T> policies, Func<T, AssignmentCandidate> candidate)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(candidate);
        var ranked = policies.Select(p => (Policy: p, Candidate: candidate(p))).OrderBy(p => p.Candidate.Rank)
            .Select(p => (p.Policy, p.Candidate, Miss: p.Candidate.Rule.MissOf(subject))).ToArray();
        var winner = ranked.Where(p => p.Miss is null).Select(p => p.Candidate).FirstOrDefault();
        return
        [
            .. ranked.Where(p => p.Miss is null).Select(p => new AssignmentAnswer<T>(
                p.Policy, true, p.Candidate == winner, null,
                p.Candidate == winner ? AssignmentReasons.Wins(p.Candidate.Rule, subject) : AssignmentReasons.Loses(p.Candidate, winner!, subject))),
            .. ranked.Where(p => p.Miss is not null).Select(p => new AssignmentAnswer<T>(p.Policy, false, false, p.Miss, AssignmentReasons.Misses(p.Candidate.Rule, p.Miss!.Value, subject))),
        ];
    }
}
