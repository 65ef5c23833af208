using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.Tests.PolicyEngine;

/// <summary>That each suggestion repairs what it is offered for is checked with the tables of bad values.</summary>
public sealed class PolicyRepairTests
{
    private static readonly WrittenPolicy Policy = new() { InformationProtection = new() { EnterpriseIds = ["Contoso.com"] } };

    [Fact]
    public void Nothing_else_changes() =>
        Assert.Equal(
            new WrittenPolicy { InformationProtection = new() { EnterpriseIds = ["contoso.com"] } },
            PolicyRepair.Apply(Policy, new Finding("W-ID-03", Severity.Block, "informationProtection.enterpriseIds[0]", "", "contoso.com"))
        );

    [Theory]
    [InlineData("informationProtection.enterpriseIds[0]", null)]
    [InlineData("informationProtection.enterpriseIds[1]", "contoso.com")]
    [InlineData("networkBoundary.cloudResources[0].host", "contoso.com")]
    public void A_field_that_is_gone_is_left_alone(string field, string? suggestion) =>
        Assert.Same(Policy, PolicyRepair.Apply(Policy, new Finding("W-ID-03", Severity.Block, field, "", suggestion)));
}
