using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>
/// The assignment, as entered. It is part of the policy, so that it is versioned, compared and rolled back like all other settings; it
/// compiles to no node. Of several policies that match a PC, one applies: see <see cref="AssignmentRank"/>.
/// </summary>
public sealed record AssignmentSettings
{
    /// <summary>Null = not decided yet, which means not assigned.</summary>
    public AssignmentKind? To { get; init; }

    /// <summary>
    /// The priority, 1 to 999: the lowest number that matches a PC applies. Empty = <see cref="AssignmentRule.UsualPriority"/>.
    /// </summary>
    public string Priority { get; init; } = "";

    /// <summary>User principal names, as entered; used only with <see cref="AssignmentKind.People"/>.</summary>
    public ValueList<string> People { get; init; } = [];

    /// <summary>
    /// The groups whose members get the policy; used only with <see cref="AssignmentKind.Groups"/>. Members of nested groups are members.
    /// </summary>
    public ValueList<GroupReference> Groups { get; init; } = [];

    /// <summary>The groups whose members do not get the policy, regardless of the other lists.</summary>
    public ValueList<GroupReference> ExceptGroups { get; init; } = [];

    /// <summary>The people who do not get the policy, regardless of the other lists: user principal names.</summary>
    public ValueList<string> ExceptPeople { get; init; } = [];

    /// <summary>The minimum Windows build: 22621. Empty = any. A PC whose build is not known does not match.</summary>
    public string FromBuild { get; init; } = "";

    /// <summary>The maximum Windows build. Empty = any.</summary>
    public string ToBuild { get; init; } = "";

    /// <summary>The editions that get the policy; none = any. A PC whose edition is not known does not match.</summary>
    public ValueList<EditionFamily> Editions { get; init; } = [];

    /// <summary>The rings whose PCs get the policy, by name without regard to case; none = any.</summary>
    public ValueList<string> Rings { get; init; } = [];
}
