using CsCheck;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Values;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("contoso.com")]
    [InlineData("bücher.example")]
    [InlineData("a.b.c.d.example")]
    [InlineData("3com.example")]
    [InlineData("例え.example")]
    [InlineData("xn--a-b.example")] // The prefix without punycode is rejected.
    public void TryParse_AcceptsOnlyCanonicalDomains(string text)
    {
        var isDomain = DomainName.TryParse(text, out var name, out var fault);

        Assert.Equal(!text.StartsWith("xn--", StringComparison.Ordinal), isDomain);
        Assert.Equal(isDomain ? text : null, name?.Value);
        Assert.Equal(isDomain, fault is null);
    }

    [Theory]
    [InlineData("", TextFaultKind.Empty, null)]
    [InlineData("Contoso.com", TextFaultKind.NotCanonical, "contoso.com")]
    [InlineData("BÜCHER.example", TextFaultKind.NotCanonical, "bücher.example")]
    [InlineData("xn--bcher-kva.example", TextFaultKind.NotCanonical, "bücher.example")]
    [InlineData("contoso.com.", TextFaultKind.StrayDot, "contoso.com")]
    [InlineData("contoso..com", TextFaultKind.StrayDot, null)]
    [InlineData(".contoso.com", TextFaultKind.Malformed, "contoso.com")]
    [InlineData("contoso.com\t", TextFaultKind.Separator, "contoso.com")]
    [InlineData("\uFEFFcontoso.com", TextFaultKind.Separator, "contoso.com")]
    [InlineData("contoso.com;fabrikam.com", TextFaultKind.Separator, null)]
    [InlineData("http://www.contoso.com/x?y#z", TextFaultKind.Malformed, "www.contoso.com")]
    [InlineData("ana@contoso.com", TextFaultKind.Malformed, "contoso.com")]
    [InlineData("contoso-.com", TextFaultKind.Malformed, null)]
    [InlineData("contoso", TextFaultKind.Malformed, null)]
    public void TryParse_ReportsFaultAndSuggestsRepair(string text, TextFaultKind kind, string? suggestion)
    {
        Assert.False(DomainName.TryParse(text, out _, out var fault));
        Assert.Equal((kind, suggestion), (fault.Kind, fault.Suggestion));
        Assert.Equal(fault.Reason, Assert.Throws<FormatException>(() => DomainName.Parse(text)).Message);
    }

    [Fact]
    public void Suggestion_IsAlwaysValidDomain() =>
        Gen.String[Gen.Char["abcABC019-._*@/: ,;|üßx"], 0, 30]
            .Sample(
                text =>
                {
                    if (!DomainName.TryParse(text, out _, out var fault) && fault.Suggestion is { } suggestion)
                    {
                        Assert.True(DomainName.TryParse(suggestion, out _, out _), suggestion);
                    }
                },
                iter: Iterations.Of(100)
            );
}
