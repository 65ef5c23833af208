using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;

namespace MamConsole.Tests.PolicyEngine.Assignment;

public sealed class AssignmentTests
{
    public static TheoryData<BadValue> BadValues =>
    [
        Bad("assignment.people", []),
        Bad("assignment.people[0]", ["ana"]),
        Bad("assignment.people[1]", ["ana@contoso.com", ""]),
        Bad("assignment.people[0]", ["ana@contoso"]),
        Bad("assignment.people[0]", ["@contoso.com"]),
        Bad("assignment.people[0]", [" ana@contoso.com"]) with { Suggestion = "ana@contoso.com" },
        Bad("assignment.people[1]", ["ana@contoso.com", "Ana@Contoso.com"]),
    ];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_bad_value_is_named(BadValue bad) => bad.Check();

    [Fact]
    public void People_do_not_matter_unless_they_are_chosen() =>
        Assert.Empty(PolicyValidator.Validate(new() { Assignment = new() { To = AssignmentKind.Everyone, People = ["ana"] } },
            SamplePolicies.Context).Findings);

    [Theory]
    [InlineData("ANA@contoso.com", "older named")]
    [InlineData("bo@contoso.com", "newer named")]
    [InlineData("cy@contoso.com", "for everyone")]
    public void A_person_gets_the_policy_that_names_them_else_the_one_for_everyone(string upn, string expected)
    {
        Choice[] policies =
        [
            new("nobody's", new() { To = AssignmentKind.Nobody, People = ["ana@contoso.com"] }),
            new("for everyone", new() { To = AssignmentKind.Everyone, People = ["bo@contoso.com"] }),
            new("older named", new() { To = AssignmentKind.People, People = ["ana@contoso.com"] }),
            new("newer named", new() { To = AssignmentKind.People, People = ["Ana@contoso.com", "bo@contoso.com"] }),
            new("for everyone too", new() { To = AssignmentKind.Everyone }),
        ];

        Assert.Equal(expected, AssignmentChoice.For(upn, policies, p => p.Settings)?.Name);
    }

    [Fact]
    public void Nobody_gets_a_policy_that_is_for_nobody() =>
        Assert.Null(AssignmentChoice.For("ana@contoso.com", [new Choice("none", new())], p => p.Settings));

    private static BadValue Bad(string field, string[] people) =>
        new("AS-01", field, Severity.Block, new() { Assignment = new() { To = AssignmentKind.People, People = [.. people] } });

    private sealed record Choice(string Name, AssignmentSettings Settings);
}
