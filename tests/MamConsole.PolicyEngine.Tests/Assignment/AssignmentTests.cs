using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.Tests.PolicyEngine.Assignment;

public sealed class AssignmentTests
{
    private const string Sales = "1f0c2a7e-93b5-4a68-8f27-6b0e9d5a1c34";
    private const string Contractors = "2a9d2f60-6c1b-4f0e-8b8e-5d1c3a7e9f10";

    public static TheoryData<BadValue> BadValues =>
        [
            People("assignment.people", []),
            People("assignment.people[0]", ["ana"]),
            People("assignment.people[1]", ["ana@contoso.com", ""]),
            People("assignment.people[0]", ["ana@contoso"]),
            People("assignment.people[0]", ["@contoso.com"]),
            People("assignment.people[0]", [" ana@contoso.com"]) with
            {
                Suggestion = "ana@contoso.com",
            },
            People("assignment.people[1]", ["ana@contoso.com", "Ana@Contoso.com"]),
            Everyone("AS-01", "assignment.exceptPeople[0]", s => s with { ExceptPeople = ["ana"] }),
            Everyone("AS-01", "assignment.exceptPeople[1]", s => s with { ExceptPeople = ["ana@contoso.com", "ANA@contoso.com"] }),
            Everyone("AS-02", "assignment.priority", s => s with { Priority = "0" }),
            Everyone("AS-02", "assignment.priority", s => s with { Priority = "1000" }),
            Everyone("AS-02", "assignment.priority", s => s with { Priority = "first" }),
            Everyone("AS-02", "assignment.priority", s => s with { Priority = "1.5" }),
            Members("AS-03", "assignment.groups", []),
            Members("AS-03", "assignment.groups[0]", ["Sales"]),
            Members("AS-03", "assignment.groups[0]", ["00000000-0000-0000-0000-000000000000"]),
            Members("AS-03", "assignment.groups[1]", [Sales, Sales.ToUpperInvariant()]),
            Everyone("AS-03", "assignment.exceptGroups[0]", s => s with { ExceptGroups = [new() { Id = "", Name = "Sales" }] }),
            Members(
                "AS-04",
                "assignment.exceptGroups[0]",
                [Sales],
                s => s with { ExceptGroups = [new() { Id = Sales.ToUpperInvariant(), Name = "Sales" }] }
            ),
            new BadValue(
                "AS-04",
                "assignment.exceptPeople[0]",
                Severity.Block,
                new()
                {
                    Assignment = new()
                    {
                        To = AssignmentKind.People,
                        People = ["ana@contoso.com", "bo@contoso.com"],
                        ExceptPeople = ["Ana@contoso.com"],
                    },
                }
            ),
            Everyone("AS-05", "assignment.fromBuild", s => s with { FromBuild = "23H2" }),
            Everyone("AS-05", "assignment.fromBuild", s => s with { FromBuild = "11" }),
            Everyone("AS-05", "assignment.toBuild", s => s with { ToBuild = "10.0.22631" }),
            Everyone("AS-05", "assignment.toBuild", s => s with { FromBuild = "22631", ToBuild = "22621" }),
            Everyone("AS-05", "assignment.rings[0]", s => s with { Rings = [""] }),
            Everyone("AS-05", "assignment.rings[0]", s => s with { Rings = [" Pilot"] }) with
            {
                Suggestion = "Pilot",
            },
            Everyone("AS-05", "assignment.rings[0]", s => s with { Rings = ["Pilot, Early"] }),
            Everyone("AS-05", "assignment.rings[0]", s => s with { Rings = [new string('a', 33)] }),
            Everyone("AS-05", "assignment.rings[1]", s => s with { Rings = ["Pilot", "pilot"] }),
            Everyone("AS-06", "assignment.rings", s => s with { Rings = ["Pilot"] }, Severity.Warn, new(0, 12, [])),
            Everyone("AS-06", "assignment.toBuild", s => s with { ToBuild = "22631" }, Severity.Warn, new(0, 1, [])),
            Everyone(
                "AS-07",
                "assignment.priority",
                s => s,
                Severity.Warn,
                new(4, 4, [new("Everyone else", 4, ComesFirst: true, ByAgeAlone: true)])
            ),
            Everyone("AS-08", "assignment.to", s => s, Severity.Note, new(4, 4, [new("Finance", 3, ComesFirst: true, ByAgeAlone: false)])),
        ];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Validate_ReportsBadValue(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_AcceptsCompleteAssignment() =>
        Assert.Empty(
            Findings(
                new()
                {
                    To = AssignmentKind.Groups,
                    Priority = "1",
                    Groups = [new() { Id = Sales, Name = "Sales" }],
                    ExceptGroups = [new() { Id = Contractors, Name = "Contractors" }],
                    ExceptPeople = ["ana@contoso.com"],
                    FromBuild = "19045",
                    ToBuild = "22631",
                    Editions = [EditionFamily.Pro, EditionFamily.Enterprise],
                    Rings = ["Pilot", "Early"],
                }
            )
        );

    [Fact]
    public void Validate_IgnoresPeopleWhenEveryoneIsAssigned() =>
        Assert.Empty(Findings(new() { To = AssignmentKind.Everyone, People = ["ana"] }));

    [Fact]
    public void Validate_IgnoresOtherFieldsWhenNobodyIsAssigned() =>
        Assert.Empty(
            Findings(
                new()
                {
                    To = AssignmentKind.Nobody,
                    Priority = "x",
                    ExceptGroups = [new()],
                    Rings = [""],
                    FromBuild = "1",
                }
            )
        );

    [Fact]
    public void Validate_AcceptsFilterThatMatchesNoDeviceWhenFleetIsEmpty() =>
        Assert.Empty(Findings(new() { To = AssignmentKind.Everyone, Rings = ["Pilot"] }, new AssignmentFacts(0, 0, [])));

    [Fact]
    public void Validate_IgnoresCompetingPolicyOfLowerPriority() =>
        Assert.Empty(
            Findings(
                new() { To = AssignmentKind.Everyone },
                new AssignmentFacts(4, 4, [new("Everyone else", 4, ComesFirst: false, ByAgeAlone: false)])
            )
        );

    [Fact]
    public void AssignmentSentence_DescribesAssignmentInOneLine() =>
        Assert.Equal(
            "Everyone in Sales except Contractors, on Windows 11 23H2 and earlier, edition Pro, ring Pilot",
            AssignmentSentence.Of(
                new()
                {
                    To = AssignmentKind.Groups,
                    Groups = [new() { Id = Sales, Name = "Sales" }],
                    ExceptGroups = [new() { Id = Contractors, Name = "Contractors" }],
                    ToBuild = "22631",
                    Editions = [EditionFamily.Pro],
                    Rings = ["Pilot"],
                }
            )
        );

    [Theory]
    [InlineData("22631", "", "Everyone, on Windows 11 23H2 and later")]
    [InlineData("22631", "22631", "Everyone, on Windows 11 23H2 only")]
    [InlineData("19045", "22635", "Everyone, on Windows 10 22H2 to build 22635")]
    [InlineData("", "", "Everyone")]
    public void AssignmentSentence_DescribesBuildsAsReleases(string from, string to, string expected) =>
        Assert.Equal(
            expected,
            AssignmentSentence.Of(
                new()
                {
                    To = AssignmentKind.Everyone,
                    FromBuild = from,
                    ToBuild = to,
                }
            )
        );

    [Theory]
    [InlineData(101, EditionFamily.Home)]
    [InlineData(98, EditionFamily.Home)]
    [InlineData(48, EditionFamily.Pro)]
    [InlineData(4, EditionFamily.Enterprise)]
    [InlineData(175, EditionFamily.Enterprise)]
    [InlineData(122, EditionFamily.Education)]
    [InlineData(7, null)]
    [InlineData(null, null)]
    public void FamilyOf_MapsEditionToFamily(int? number, EditionFamily? family) => Assert.Equal(family, Editions.FamilyOf(number));

    /// <summary>The document has the form that versions before groups, filters and priorities stored.</summary>
    [Theory]
    [InlineData("""{"to":"people","people":["ana@contoso.com"]}""", AssignmentKind.People)]
    [InlineData("""{"to":"everyone","people":[]}""", AssignmentKind.Everyone)]
    [InlineData("""{"people":[]}""", null)]
    public void Deserialize_PreservesMeaningOfOlderDocument(string stored, AssignmentKind? kind)
    {
        var policy = System.Text.Json.JsonSerializer.Deserialize<WrittenPolicy>(
            $$"""{"schema":1,"assignment":{{stored}}}""",
            WrittenPolicy.Json
        )!;
        var rule = AssignmentRule.Of(policy.Assignment);

        Assert.Equal(kind, policy.Assignment.To);
        Assert.Equal(AssignmentRule.UsualPriority, rule.Priority);
        Assert.False(rule.HasFilters);
        Assert.Empty(rule.ExceptGroups);
    }

    private static IEnumerable<Finding> Findings(AssignmentSettings assignment, AssignmentFacts? facts = null) =>
        PolicyValidator
            .Validate(
                new() { Assignment = assignment },
                SamplePolicies.Context with
                {
                    Fleet = facts is null ? null : new FleetFacts(1, 0) { Assignment = facts },
                }
            )
            .Findings;

    private static BadValue People(string field, string[] people) =>
        new(
            "AS-01",
            field,
            Severity.Block,
            new()
            {
                Assignment = new() { To = AssignmentKind.People, People = [.. people] },
            }
        );

    private static BadValue Members(string code, string field, string[] groups, Func<AssignmentSettings, AssignmentSettings>? change = null)
    {
        var settings = new AssignmentSettings
        {
            To = AssignmentKind.Groups,
            Groups = [.. groups.Select(id => new GroupReference { Id = id, Name = "Sales" })],
        };
        return new(code, field, Severity.Block, new() { Assignment = change?.Invoke(settings) ?? settings });
    }

    private static BadValue Everyone(
        string code,
        string field,
        Func<AssignmentSettings, AssignmentSettings> change,
        Severity severity = Severity.Block,
        AssignmentFacts? facts = null
    ) =>
        new(code, field, severity, new() { Assignment = change(new() { To = AssignmentKind.Everyone }) })
        {
            Fleet = facts is null ? null : new FleetFacts(1, 0) { Assignment = facts },
        };
}
