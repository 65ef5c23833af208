using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>
/// Who gets the policy, as typed. It is part of the policy, so that it is versioned, compared and rolled back like everything else; no node
/// comes from it. Of several policies that match a PC one wins: see <see cref="AssignmentRank"/>.
/// </summary>
public sealed record AssignmentSettings
{
    /// <summary>Null = not decided yet, which acts like nobody.</summary>
    public AssignmentKind? To { get; init; }

    /// <summary>1 to 999: the lowest number that matches a PC wins. Empty = <see cref="AssignmentRule.UsualPriority"/>.</summary>
    public string Priority { get; init; } = "";

    /// <summary>User principal names, as typed; they count only with <see cref="AssignmentKind.People"/>.</summary>
    public ValueList<string> People { get; init; } = [];

    /// <summary>
    /// Whose members get it; they count only with <see cref="AssignmentKind.Groups"/>. Members of nested groups are members.
    /// </summary>
    public ValueList<GroupReference> Groups { get; init; } = [];

    /// <summary>Members of these do not get it, whoever else does.</summary>
    public ValueList<GroupReference> ExceptGroups { get; init; } = [];

    /// <summary>These people do not get it, whoever else does: user principal names.</summary>
    public ValueList<string> ExceptPeople { get; init; } = [];

    /// <summary>
    /// The oldest Windows that gets it, by build number: 22621. Empty = any. A PC whose build is not known does not match.
    /// </summary>
    public string FromBuild { get; init; } = "";

    /// <summary>The newest Windows that gets it, by build number. Empty = any.</summary>
    public string ToBuild { get; init; } = "";

    /// <summary>The editions that get it; none = any. A PC whose edition is not known does not match.</summary>
    public ValueList<EditionFamily> Editions { get; init; } = [];

    /// <summary>The rings whose PCs get it, by name in any case; none = any.</summary>
    public ValueList<string> Rings { get; init; } = [];
}
