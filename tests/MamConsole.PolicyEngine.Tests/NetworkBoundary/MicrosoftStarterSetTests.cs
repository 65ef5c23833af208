using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.NetworkBoundary;

namespace MamConsole.Tests.PolicyEngine.NetworkBoundary;

public sealed class MicrosoftStarterSetTests
{
    [Theory]
    [InlineData("contoso", "contoso")]
    [InlineData(" Contoso ", "contoso")]
    [InlineData("contoso.onmicrosoft.com", "contoso")]
    [InlineData("contoso.sharepoint.com", "contoso")]
    [InlineData("https://contoso-my.sharepoint.com/personal/ana", "contoso")]
    [InlineData("https://fab-my-files.sharepoint.com", "fab-my")]
    [InlineData("", null)]
    [InlineData("two words", null)]
    [InlineData("contoso.com", null)]
    [InlineData("-contoso", null)]
    [InlineData("https://", null)]
    public void ShortName_IsExtractedFromTypedText(string typed, string? name) => Assert.Equal(name, MicrosoftStarterSet.ShortName(typed));

    [Fact]
    public void AddTo_AddsOnlyMissingRows()
    {
        var before = new NetworkBoundarySettings
        {
            CloudResources = [new() { Host = "Contoso.sharepoint.com", Proxy = "proxy.contoso.com" }, new() { Host = "files.contoso.com" }],
            NeutralResources = ["login.windows.net"],
        };

        var after = MicrosoftStarterSet.For("contoso").AddTo(before, out var added);

        Assert.Equal(14, added);
        Assert.Equal(
            ["Contoso.sharepoint.com", "files.contoso.com", "contoso-my.sharepoint.com"],
            after.CloudResources.Take(3).Select(row => row.Host)
        );
        Assert.Equal("proxy.contoso.com", after.CloudResources[0].Proxy);
        Assert.Equal(["login.windows.net", "login.microsoftonline.com"], after.NeutralResources);
        Assert.Equal(after, MicrosoftStarterSet.For("contoso").AddTo(after, out var again));
        Assert.Equal(0, again);
    }

    [Fact]
    public void AddTo_CausesNoFindingsAndOmitsPrivateHosts()
    {
        var policy = SamplePolicies.Clean with
        {
            NetworkBoundary = MicrosoftStarterSet.For("northwind").AddTo(new() { AppCompat = true }, out _),
        };

        Assert.Empty(PolicyValidator.Validate(policy, SamplePolicies.Context).Findings);
        Assert.DoesNotContain(policy.NetworkBoundary.CloudResources, row => MicrosoftStarterSet.LeftOut.Any(left => left.Host == row.Host));
    }
}
