using System.Collections.Immutable;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Selects which of the published policies a PC gets, with the reason.</summary>
public static class AssignmentChoice
{
    /// <summary>Returns the matching policy of the first rank; null = none matches. The order of the policies does not matter.</summary>
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

    /// <summary>
    /// Returns the result of each policy for the PC: first the one that it gets, then other matching ones, then the rest; each part by
    /// rank.
    /// </summary>
    public static ImmutableArray<AssignmentAnswer<T>> Explain<T>(
        AssignmentSubject subject,
        IEnumerable<T> policies,
        Func<T, AssignmentCandidate> candidate
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(candidate);
        var ranked = policies
            .Select(p => (Policy: p, Candidate: candidate(p)))
            .OrderBy(p => p.Candidate.Rank)
            .Select(p => (p.Policy, p.Candidate, Miss: p.Candidate.Rule.MissOf(subject)))
            .ToArray();
        var winner = ranked.Where(p => p.Miss is null).Select(p => p.Candidate).FirstOrDefault();
        return
        [
            .. ranked
                .Where(p => p.Miss is null)
                .Select(p => new AssignmentAnswer<T>(
                    p.Policy,
                    true,
                    p.Candidate == winner,
                    null,
                    p.Candidate == winner
                        ? AssignmentReasons.Wins(p.Candidate.Rule, subject)
                        : AssignmentReasons.Loses(p.Candidate, winner!, subject)
                )),
            .. ranked
                .Where(p => p.Miss is not null)
                .Select(p => new AssignmentAnswer<T>(
                    p.Policy,
                    false,
                    false,
                    p.Miss,
                    AssignmentReasons.Misses(p.Candidate.Rule, p.Miss!.Value, subject)
                )),
        ];
    }
}
