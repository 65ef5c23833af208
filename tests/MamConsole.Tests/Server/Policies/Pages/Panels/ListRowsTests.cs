using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.Server.Policies.Pages.Panels;

namespace MamConsole.Tests.Server.Policies.Pages.Panels;

public sealed class ListRowsTests
{
    [Theory]
    [InlineData("10.0.0.0-10.0.0.255", "10.0.0.0", "10.0.0.255")]
    [InlineData("10.0.0.0 – 10.0.0.255", "10.0.0.0", "10.0.0.255")]
    [InlineData("10.0.0.0/8", "10.0.0.0/8", "")]
    [InlineData("", "", "")]
    public void ReadRange_AcceptsAnyText(string text, string first, string last) =>
        Assert.Equal(new AddressRange { First = first, Last = last }, ListRows.ReadRange(text));

    [Theory]
    [InlineData("a.example", "a.example", "")]
    [InlineData("a.example,proxy.example", "a.example", "proxy.example")]
    public void ReadResource_SplitsProxyAtComma(string text, string host, string proxy) =>
        Assert.Equal(new CloudResource { Host = host, Proxy = proxy }, ListRows.ReadResource(text));
}
