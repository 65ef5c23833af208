namespace MamConsole.PolicyEngine.Assignment;

/// <summary>
/// The order of policies that match the same PC: the lower priority number first; with the same number one that names the person, before
/// one that names a group, before one for everyone; then the older policy. No two policies have the same rank.
/// </summary>
/// <param name="Priority">1 to 999.</param>
/// <param name="Breadth">0 = people, 1 = groups, 2 = everyone.</param>
/// <param name="Age">The age of the policy: smaller is older; no two policies have the same.</param>
public readonly record struct AssignmentRank(int Priority, int Breadth, long Age) : IComparable<AssignmentRank>
{
    public static AssignmentRank Of(AssignmentRule rule, long age)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new AssignmentRank(
            rule.Priority,
            rule.To switch
            {
                AssignmentKind.People => 0,
                AssignmentKind.Groups => 1,
                _ => 2,
            },
            age
        );
    }

    /// <summary>Whether only their age decides which of the two comes first.</summary>
    public bool TiesWith(AssignmentRank other) => Priority == other.Priority && Breadth == other.Breadth;

    public int CompareTo(AssignmentRank other) => (Priority, Breadth, Age).CompareTo((other.Priority, other.Breadth, other.Age));

    public static bool operator <(AssignmentRank left, AssignmentRank right) => left.CompareTo(right) < 0;

    public static bool operator >(AssignmentRank left, AssignmentRank right) => left.CompareTo(right) > 0;

    public static bool operator <=(AssignmentRank left, AssignmentRank right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AssignmentRank left, AssignmentRank right) => left.CompareTo(right) >= 0;
}
