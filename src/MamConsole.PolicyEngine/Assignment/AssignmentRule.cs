using System.Collections.Frozen;
using System.Collections.Immutable;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>
/// An assignment, parsed once and evaluated often. Invalid rows are ignored in lists that include; if an invalid row would exclude somebody
/// or is an invalid number, the rule matches nobody: such a policy cannot be published.
/// </summary>
public sealed class AssignmentRule
{
    /// <summary>The priority of a policy without an explicit one.</summary>
    public const int UsualPriority = 500;

    public const int LowestPriority = 1;
    public const int HighestPriority = 999;

    private readonly bool isBroken;

    private AssignmentRule(AssignmentSettings s)
    {
        To = s.To ?? AssignmentKind.Nobody;
        People = Names(s.People);
        ExceptPeople = Names(s.ExceptPeople);
        Groups = GroupsOf(s.Groups);
        ExceptGroups = GroupsOf(s.ExceptGroups);
        Editions = [.. s.Editions.Distinct().Order()];
        Rings = [.. s.Rings.Select(r => r.Trim()).Where(r => r.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        Priority = Number(s.Priority) ?? UsualPriority;
        (FromBuild, ToBuild) = (Number(s.FromBuild), Number(s.ToBuild));
        isBroken =
            IsWrong(s.Priority)
            || IsWrong(s.FromBuild)
            || IsWrong(s.ToBuild)
            || s.ExceptGroups.Any(g => !Guid.TryParse(g.Id.Trim(), out _));
    }

    public AssignmentKind To { get; }

    public int Priority { get; }

    /// <summary>Compared without regard to case.</summary>
    public FrozenSet<string> People { get; }

    public FrozenSet<string> ExceptPeople { get; }

    public ImmutableArray<RuleGroup> Groups { get; }

    public ImmutableArray<RuleGroup> ExceptGroups { get; }

    public int? FromBuild { get; }

    public int? ToBuild { get; }

    public ImmutableArray<EditionFamily> Editions { get; }

    public ImmutableArray<string> Rings { get; }

    /// <summary>Whether the rule filters by properties of the PC.</summary>
    public bool HasFilters => FromBuild is not null || ToBuild is not null || Editions.Length > 0 || Rings.Length > 0;

    /// <summary>Whether any PC can match.</summary>
    public bool IsForSomebody => !isBroken && To != AssignmentKind.Nobody;

    /// <summary>Whether every PC matches.</summary>
    public bool IsForAll =>
        IsForSomebody && To == AssignmentKind.Everyone && !HasFilters && ExceptGroups.IsEmpty && ExceptPeople.Count == 0;

    /// <summary>Whether the rule uses groups.</summary>
    public bool NamesGroups => To == AssignmentKind.Groups || !ExceptGroups.IsEmpty;

    public static AssignmentRule Of(AssignmentSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new AssignmentRule(settings);
    }

    /// <summary>Returns the rule without its filters.</summary>
    public static AssignmentRule WithoutFilters(AssignmentSettings settings) =>
        Of(settings with { FromBuild = "", ToBuild = "", Editions = [], Rings = [] });

    /// <summary>Returns why the policy does not match the PC; null when it does.</summary>
    public AssignmentMismatch? MissOf(AssignmentSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return !IsForSomebody ? AssignmentMismatch.ForNobody : MissOfPerson(subject) ?? MissOfPc(subject);
    }

    private AssignmentMismatch? MissOfPerson(AssignmentSubject subject) =>
        To == AssignmentKind.People && !People.Contains(subject.Upn) ? AssignmentMismatch.NotNamed
        : To == AssignmentKind.Groups && GroupOf(subject, Groups) is null
            ? (subject.Groups.ReadAt is null ? AssignmentMismatch.GroupsNeverRead : AssignmentMismatch.InNoGroup)
        : ExceptPeople.Contains(subject.Upn) ? AssignmentMismatch.ExceptedPerson
        : GroupOf(subject, ExceptGroups) is not null ? AssignmentMismatch.ExceptedGroup
        : null;

    private AssignmentMismatch? MissOfPc(AssignmentSubject subject) =>
        (FromBuild is not null || ToBuild is not null) && subject.Build is null ? AssignmentMismatch.BuildNotKnown
        : subject.Build < FromBuild ? AssignmentMismatch.WindowsTooOld
        : subject.Build > ToBuild ? AssignmentMismatch.WindowsTooNew
        : Editions.Length > 0 && (Assignment.Editions.FamilyOf(subject.Edition) is not { } family || !Editions.Contains(family))
            ? AssignmentMismatch.OtherEdition
        : Rings.Length > 0 && !Rings.Contains(subject.Ring, StringComparer.OrdinalIgnoreCase) ? AssignmentMismatch.OtherRing
        : null;

    /// <summary>Returns the first of these groups of which the person is a member.</summary>
    internal static RuleGroup? GroupOf(AssignmentSubject subject, ImmutableArray<RuleGroup> groups)
    {
        foreach (var group in groups)
        {
            if (subject.Groups.Contains(group.Id))
            {
                return group;
            }
        }

        return null;
    }

    private static FrozenSet<string> Names(IEnumerable<string> typed) =>
        typed.Select(p => p.Trim()).Where(p => p.Length > 0).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<RuleGroup> GroupsOf(IEnumerable<GroupReference> typed) =>
        [
            .. typed
                .Where(g => Guid.TryParse(g.Id.Trim(), out _))
                .Select(g => (Id: PersonGroups.Canonical(Guid.Parse(g.Id.Trim())), Name: g.Name.Trim()))
                .DistinctBy(g => g.Id)
                .Select(g => new RuleGroup(g.Id, g.Name.Length > 0 ? g.Name : g.Id)),
        ];

    private static int? Number(string text) => FindingRules.Number(text);

    private static bool IsWrong(string text) => !string.IsNullOrWhiteSpace(text) && Number(text) is null;
}
