using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Values;

public sealed class ProxyAddressTests
{
    [Theory]
    [InlineData("proxy", "proxy", null, "proxy")]
    [InlineData("Proxy.contoso.com:8080", "proxy.contoso.com", 8080, "proxy.contoso.com:8080")]
    [InlineData("10.0.0.1:80", "10.0.0.1", 80, "10.0.0.1:80")]
    [InlineData("2001:db8::1", "2001:db8::1", null, "2001:db8::1")]
    [InlineData("[2001:db8::1]", "2001:db8::1", null, "2001:db8::1")]
    [InlineData("[2001:db8::1]:80", "2001:db8::1", 80, "[2001:db8::1]:80")]
    public void Parse_AcceptsHostOrAddressWithOptionalPort(string text, string host, int? port, string wire)
    {
        var proxy = ProxyAddress.Parse(text);

        Assert.Equal((host, port, wire), (proxy.Host, proxy.Port, proxy.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("proxy:")]
    [InlineData("proxy:0")]
    [InlineData("proxy:65536")]
    [InlineData("proxy:80:80")]
    [InlineData("1.2.3:80")]
    [InlineData("256.1.1.1")]
    [InlineData("fe80::1%3")]
    [InlineData("proxy/80")]
    public void TryParse_RejectsInvalidProxy(string text) => Assert.False(ProxyAddress.TryParse(text, out _, out _));
}
