using CsCheck;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Values;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("contoso.sharepoint.com", "contoso.sharepoint.com", false)]
    [InlineData(".contoso.com", ".contoso.com", true)]
    [InlineData("Teams.Microsoft.com", "teams.microsoft.com", false)]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example", false)]
    public void Parse_ConvertsHostToLowercase(string text, string value, bool suffix)
    {
        var host = HostName.Parse(text);

        Assert.Equal((value, suffix), (host.Value, host.IsSuffix));
    }

    [Theory]
    [InlineData("*.contoso.com.", TextFaultKind.Wildcard, ".contoso.com")]
    [InlineData("..contoso.com", TextFaultKind.StrayDot, null)]
    [InlineData("contoso.com:443", TextFaultKind.Malformed, "contoso.com")]
    [InlineData("\"contoso.com\"", TextFaultKind.Malformed, null)]
    [InlineData("contoso", TextFaultKind.Malformed, null)]
    [InlineData("http://*.Bücher.example/a", TextFaultKind.Malformed, ".xn--bcher-kva.example")]
    public void TryParse_ReportsFaultAndSuggestsRepair(string text, TextFaultKind kind, string? suggestion)
    {
        Assert.False(HostName.TryParse(text, out _, out var fault));
        Assert.Equal((kind, suggestion), (fault.Kind, fault.Suggestion));
    }

    [Theory]
    [InlineData(".contoso.com", "a.contoso.com", true)]
    [InlineData(".contoso.com", "contoso.com", true)]
    [InlineData(".contoso.com", "notcontoso.com", false)]
    [InlineData("contoso.com", "a.contoso.com", false)]
    public void Covers_MatchesHostsBelowSuffix(string suffix, string host, bool covers) =>
        Assert.Equal(covers, HostName.Parse(suffix).Covers(HostName.Parse(host)));

    [Fact]
    public void Suggestion_IsAlwaysValidHost() =>
        Gen.String[Gen.Char["abcABC019-._*@/: ,;|ü"], 0, 30]
            .Sample(
                text =>
                {
                    if (!HostName.TryParse(text, out _, out var fault) && fault.Suggestion is { } suggestion)
                    {
                        Assert.True(HostName.TryParse(suggestion, out _, out _), suggestion);
                    }
                },
                iter: Iterations.Of(100)
            );
}
