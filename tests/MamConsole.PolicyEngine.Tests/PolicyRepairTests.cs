using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.Tests.PolicyEngine;

/// <summary>Tests what a repair changes. The tables of bad values check that each suggestion resolves its finding.</summary>
public sealed class PolicyRepairTests
{
    private static readonly WrittenPolicy Policy = new() { InformationProtection = new() { EnterpriseIds = ["Contoso.com"] } };

    [Fact]
    public void Apply_ChangesOnlyFieldOfFinding() =>
        Assert.Equal(
            new WrittenPolicy { InformationProtection = new() { EnterpriseIds = ["contoso.com"] } },
            PolicyRepair.Apply(Policy, new Finding("W-ID-03", Severity.Block, "informationProtection.enterpriseIds[0]", "", "contoso.com"))
        );

    [Theory]
    [InlineData("informationProtection.enterpriseIds[0]", null)]
    [InlineData("informationProtection.enterpriseIds[1]", "contoso.com")]
    [InlineData("networkBoundary.cloudResources[0].host", "contoso.com")]
    public void Apply_IgnoresMissingFieldOrSuggestion(string field, string? suggestion) =>
        Assert.Same(Policy, PolicyRepair.Apply(Policy, new Finding("W-ID-03", Severity.Block, field, "", suggestion)));
}
