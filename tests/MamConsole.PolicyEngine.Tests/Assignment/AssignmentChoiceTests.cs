using MamConsole.PolicyEngine.Assignment;

namespace MamConsole.Tests.PolicyEngine.Assignment;

/// <summary>Tests which policy is selected for a PC, and the reason that is given for each policy.</summary>
public sealed class AssignmentChoiceTests
{
    private static readonly GroupReference Sales = new() { Id = "1F0C2A7E-93b5-4a68-8f27-6b0e9d5a1c34", Name = "Sales" };
    private static readonly GroupReference Contractors = new() { Id = "2a9d2f60-6c1b-4f0e-8b8e-5d1c3a7e9f10", Name = "Contractors" };
    private static readonly GroupReference Pilots = new() { Id = "3b9d2f60-6c1b-4f0e-8b8e-5d1c3a7e9f11" };
    private static readonly AssignmentSettings Everyone = new() { To = AssignmentKind.Everyone };
    private static readonly AssignmentSettings Members = new() { To = AssignmentKind.Groups, Groups = [Sales] };
    private static readonly AssignmentSettings Named = new() { To = AssignmentKind.People, People = ["Ana@contoso.com"] };
    private static readonly AssignmentSubject Ana = new("ana@CONTOSO.com", In(Sales), 22631, 48, "Broad");

    public static TheoryData<string, AssignmentSettings, AssignmentMismatch?> Misses =>
        new()
        {
            { "everyone", Everyone, null },
            { "named, in any case", Named, null },
            { "a member", Members, null },
            {
                "nobody",
                new() { To = AssignmentKind.Nobody, People = ["ana@contoso.com"] },
                AssignmentMismatch.ForNobody
            },
            {
                "not decided",
                new() { People = ["ana@contoso.com"] },
                AssignmentMismatch.ForNobody
            },
            { "others are named", Named with { People = ["bo@contoso.com"] }, AssignmentMismatch.NotNamed },
            { "another group", Members with { Groups = [Pilots] }, AssignmentMismatch.InNoGroup },
            { "one of two groups", Members with { Groups = [Pilots, Sales] }, null },
            { "groups do not count for everyone", Everyone with { Groups = [Pilots] }, null },
            { "excepted", Everyone with { ExceptPeople = ["ana@contoso.com"] }, AssignmentMismatch.ExceptedPerson },
            { "excepted by group", Everyone with { ExceptGroups = [Contractors, Sales] }, AssignmentMismatch.ExceptedGroup },
            { "named and excepted by group", Named with { ExceptGroups = [Sales] }, AssignmentMismatch.ExceptedGroup },
            { "excepted group of others", Members with { ExceptGroups = [Contractors] }, null },
            { "too new", Everyone with { ToBuild = "22621" }, AssignmentMismatch.WindowsTooNew },
            { "just old enough", Everyone with { ToBuild = "22631" }, null },
            { "too old", Everyone with { FromBuild = "22632" }, AssignmentMismatch.WindowsTooOld },
            { "just new enough", Everyone with { FromBuild = "22631" }, null },
            {
                "other edition",
                Everyone with
                {
                    Editions = [EditionFamily.Home, EditionFamily.Education],
                },
                AssignmentMismatch.OtherEdition
            },
            { "this edition", Everyone with { Editions = [EditionFamily.Home, EditionFamily.Pro] }, null },
            { "other ring", Everyone with { Rings = ["Pilot"] }, AssignmentMismatch.OtherRing },
            { "this ring", Everyone with { Rings = ["Pilot", "broad"] }, null },
            { "a filter that is no number takes nobody", Everyone with { ToBuild = "23H2" }, AssignmentMismatch.ForNobody },
            {
                "an exception that is no group takes nobody",
                Everyone with
                {
                    ExceptGroups = [new() { Id = "Sales" }],
                },
                AssignmentMismatch.ForNobody
            },
        };

    public static TheoryData<string, string, AssignmentSettings[]> Winners =>
        new()
        {
            { "people before groups before everyone", "2", [Everyone, Members, Named] },
            { "the lower number before the narrower", "0", [Everyone with { Priority = "10" }, Members, Named] },
            { "no number is 500", "1", [Everyone with { Priority = "501" }, Everyone, Everyone with { Priority = "502" }] },
            { "499 comes before none", "1", [Named, Everyone with { Priority = "499" }] },
            { "the older of the same", "0", [Everyone, Everyone] },
            { "what does not match does not count", "1", [Named with { Priority = "1", Rings = ["Pilot"] }, Everyone] },
        };

    [Theory]
    [MemberData(nameof(Misses))]
    public void MissOf_ReturnsReasonForMismatch(string name, AssignmentSettings settings, AssignmentMismatch? expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, AssignmentRule.Of(settings).MissOf(Ana));
    }

    [Theory]
    [MemberData(nameof(Winners))]
    public void For_SelectsPolicyOfHighestRank(string name, string winner, AssignmentSettings[] settings)
    {
        Assert.NotEmpty(name);
        var policies = settings.Select((s, i) => Candidate(s, $"{i}", i)).ToArray();

        Assert.Equal(winner, AssignmentChoice.For(Ana, policies, p => p)!.Name);
        Assert.Equal(winner, AssignmentChoice.For(Ana, policies.Reverse(), p => p)!.Name);
    }

    [Fact]
    public void MissOf_ReportsGroupsNeverReadWhenGroupsAreUnknown()
    {
        var unread = Ana with { Groups = PersonGroups.NeverRead };

        Assert.Equal(AssignmentMismatch.GroupsNeverRead, AssignmentRule.Of(Members).MissOf(unread));
        Assert.Null(AssignmentRule.Of(Everyone with { ExceptGroups = [Sales] }).MissOf(unread));
    }

    [Fact]
    public void MissOf_RejectsUnknownBuildAndEditionWhenFiltersAreSet()
    {
        var unknown = Ana with { Build = null, Edition = null };

        Assert.Equal(AssignmentMismatch.BuildNotKnown, AssignmentRule.Of(Everyone with { FromBuild = "15063" }).MissOf(unknown));
        Assert.Equal(
            AssignmentMismatch.OtherEdition,
            AssignmentRule.Of(Everyone with { Editions = [.. Enum.GetValues<EditionFamily>()] }).MissOf(unknown)
        );
        Assert.Null(AssignmentRule.Of(Everyone).MissOf(unknown));
    }

    [Fact]
    public void Explain_GivesResultAndReasonForEachPolicy()
    {
        AssignmentCandidate[] policies =
        [
            Candidate(Everyone, "Everyone", 1),
            Candidate(Everyone with { Priority = "600" }, "Late", 2),
            Candidate(Members, "Sales", 3),
            Candidate(Members, "Sales again", 4),
            Candidate(Named with { People = ["bo@contoso.com"] }, "Bo", 5),
            Candidate(Everyone with { ToBuild = "22000", Priority = "3" }, "Old", 6),
            Candidate(Members with { Groups = [Pilots] }, "Pilots", 7),
            Candidate(Everyone with { ExceptGroups = [Sales] }, "Not sales", 8),
        ];

        var texts = AssignmentChoice.Explain(Ana, policies, p => p).Select(a => $"{a.Policy.Name}: {a.Words}");

        Assert.Equal(
            [
                "Sales: The policy is assigned to the group Sales, of which ana@CONTOSO.com is a member, "
                    + "and no other matching policy takes precedence.",
                "Sales again: The policy is assigned to the group Sales, of which ana@CONTOSO.com is a member, but “Sales” takes "
                    + "precedence: both have priority 500 and the same scope, and that policy is older.",
                "Everyone: The policy is assigned to everyone, but “Sales” takes precedence: both have priority 500, and that "
                    + "policy is assigned to a group while this one is assigned to everyone.",
                "Late: The policy is assigned to everyone, but “Sales” takes precedence: priority 500 before 600.",
                "Old: The policy requires Windows 11 21H2 and earlier; this PC runs Windows 11 23H2.",
                "Bo: The policy is assigned to people, and ana@CONTOSO.com is not one of them.",
                "Pilots: The policy is assigned to the group 3b9d2f60-6c1b-4f0e-8b8e-5d1c3a7e9f11, and ana@CONTOSO.com is not in it.",
                "Not sales: The group Sales is excluded, and ana@CONTOSO.com is a member.",
            ],
            texts
        );
    }

    [Fact]
    public void For_ReturnsNullWhenOnlyPolicyIsForNobody() => Assert.Null(AssignmentChoice.For(Ana, [Candidate(new(), "none", 1)], p => p));

    private static AssignmentCandidate Candidate(AssignmentSettings settings, string name, long age) =>
        new(name, age, AssignmentRule.Of(settings));

    private static PersonGroups In(params GroupReference[] groups) =>
        PersonGroups.Of(DateTimeOffset.UnixEpoch, groups.Select(g => Guid.Parse(g.Id)));
}
