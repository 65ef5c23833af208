using CsCheck;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Assignment;

/// <summary>Tests properties of the assignment that are true for any policies and any PC.</summary>
public sealed class AssignmentPropertyTests
{
    private static readonly Guid[] Groups = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, new byte[8]))];
    private static readonly string[] People = ["ana@contoso.com", "bo@contoso.com", "cy@contoso.com"];
    private static readonly string[] Rings = ["Pilot", "Early", "Broad"];

    private static readonly Gen<ValueList<GroupReference>> SomeGroups = Gen.Int[0, 3]
        .Array[0, 2]
        .Select(choices =>
            choices.Distinct().Select(i => new GroupReference { Id = Groups[i].ToString("D"), Name = $"G{i}" }).ToValueList()
        );

    private static readonly Gen<ValueList<string>> SomePeople = Gen.Int[0, 2]
        .Array[0, 2]
        .Select(choices => choices.Distinct().Select(i => People[i]).ToValueList());

    private static readonly Gen<string> Build = Gen.OneOf("", "", "19045", "22621", "22631", "26100");

    private static readonly Gen<AssignmentSettings> Settings = Gen.Select(
        Gen.Select(
            Gen.OneOf<AssignmentKind?>(
                null,
                AssignmentKind.Nobody,
                AssignmentKind.Everyone,
                AssignmentKind.Everyone,
                AssignmentKind.People,
                AssignmentKind.Groups
            ),
            Gen.OneOf("", "", "1", "500", "900")
        ),
        Gen.Select(SomePeople, SomeGroups, SomeGroups, SomePeople),
        Gen.Select(Build, Build, Gen.Enum<EditionFamily>().Array[0, 2], Gen.OneOf(Rings).Array[0, 2]),
        (a, b, c) =>
            new AssignmentSettings
            {
                To = a.Item1,
                Priority = a.Item2,
                People = b.Item1,
                Groups = b.Item2,
                ExceptGroups = b.Item3,
                ExceptPeople = b.Item4,
                FromBuild = c.Item1,
                ToBuild = c.Item2,
                Editions = c.Item3.Distinct().ToValueList(),
                Rings = c.Item4.Distinct().ToValueList(),
            }
    );

    private static readonly Gen<AssignmentSubject> Subject = Gen.Select(
        Gen.OneOf(People),
        Gen.Int[0, 3].Array[0, 3],
        Gen.OneOf<int?>(null, 19045, 22621, 22631, 26100),
        Gen.OneOf<int?>(null, 101, 48, 4, 121),
        Gen.OneOf(Rings),
        (person, groups, build, edition, ring) =>
            new AssignmentSubject(
                person,
                PersonGroups.Of(DateTimeOffset.UnixEpoch, groups.Distinct().Select(i => Groups[i])),
                build,
                edition,
                ring
            )
    );

    private static readonly Gen<AssignmentCandidate[]> Policies = Settings
        .Array[0, 6]
        .Select(all => all.Select((s, i) => new AssignmentCandidate($"P{i}", i, AssignmentRule.Of(s))).ToArray());

    [Fact]
    public void For_IsIndependentOfPolicyOrder() =>
        Gen.Select(Policies, Subject, Gen.Int)
            .Sample(
                (policies, subject, seed) =>
                {
                    var shuffled = policies.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    return AssignmentChoice.For(subject, policies, p => p) == AssignmentChoice.For(subject, shuffled, p => p);
                },
                iter: Iterations.Of(100)
            );

    [Fact]
    public void Explain_HasExactlyOneWinnerWhenAnyPolicyMatches() =>
        Gen.Select(Policies, Subject)
            .Sample(
                (policies, subject) =>
                {
                    var answers = AssignmentChoice.Explain(subject, policies, p => p);
                    var winner = AssignmentChoice.For(subject, policies, p => p);
                    return answers.Length == policies.Length
                        && answers.Count(a => a.Wins) == (answers.Any(a => a.Matches) ? 1 : 0)
                        && answers.FirstOrDefault(a => a.Wins)?.Policy == winner
                        && answers.All(a => a.Matches == (a.Mismatch is null) && a.Words.Length > 0);
                },
                iter: Iterations.Of(100)
            );

    [Fact]
    public void MissOf_NeverMatchesMoreWithExceptions() =>
        Gen.Select(Settings, SomeGroups, SomePeople, Subject)
            .Sample(
                (settings, groups, people, subject) =>
                {
                    var more = settings with
                    {
                        ExceptGroups = settings.ExceptGroups.AddRange(groups),
                        ExceptPeople = settings.ExceptPeople.AddRange(people),
                    };
                    return AssignmentRule.Of(settings).MissOf(subject) is null || AssignmentRule.Of(more).MissOf(subject) is not null;
                },
                iter: Iterations.Of(100)
            );

    [Fact]
    public void MissOf_NeverMatchesMoreWithFilters() =>
        Gen.Select(Settings, Build, Build, Subject)
            .Sample(
                (settings, from, to, subject) =>
                    AssignmentRule.WithoutFilters(settings).MissOf(subject) is null
                    || AssignmentRule.Of(settings with { FromBuild = from, ToBuild = to }).MissOf(subject) is not null,
                iter: Iterations.Of(100)
            );

    [Fact]
    public void For_TreatsGroupsNeverReadAsNoGroups() =>
        Gen.Select(Policies, Subject)
            .Sample(
                (policies, subject) =>
                    AssignmentChoice.For(subject with { Groups = PersonGroups.NeverRead }, policies, p => p)
                    == AssignmentChoice.For(subject with { Groups = PersonGroups.Of(DateTimeOffset.UnixEpoch) }, policies, p => p),
                iter: Iterations.Of(100)
            );

    [Fact]
    public void MissOf_ReturnsNullForRuleThatIsForAll() =>
        Gen.Select(Settings, Subject)
            .Sample(
                (settings, subject) => !AssignmentRule.Of(settings).IsForAll || AssignmentRule.Of(settings).MissOf(subject) is null,
                iter: Iterations.Of(100)
            );
}
