using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.NetworkBoundary;

namespace MamConsole.Tests.PolicyEngine.NetworkBoundary;

public sealed class NetworkBoundaryValidatorTests
{
    private static readonly WrittenPolicy Clean = SamplePolicies.Clean;

    public static TheoryData<BadValue> Hosts =>
        [
            Cloud("W-NET-01", "https://contoso.sharepoint.com/sites", "contoso.sharepoint.com"),
            Cloud("W-NET-01", "contoso.com:443", "contoso.com"),
            Cloud("W-NET-01", "contoso.com/sites", "contoso.com"),
            Cloud("W-NET-01", "user@contoso.com", "contoso.com"),
            Cloud("W-NET-01", "contoso"),
            Cloud("W-NET-01", "-x.contoso.com"),
            Cloud("W-NET-01", "con_toso.com"),
            Cloud("W-NET-01", "10.1.2.3"),
            Cloud("W-NET-01", "bücher.example", "xn--bcher-kva.example"),
            Cloud("W-NET-02", "*.sharepoint.com", ".sharepoint.com"),
            Cloud("W-NET-02", "con*.sharepoint.com"),
            Cloud("W-NET-03", ".sharepoint.com") with
            {
                Severity = Severity.Warn,
            },
            Cloud("W-NET-02", "*.sharepoint.com", ".sharepoint.com"),
            Cloud("W-NET-03", "*.sharepoint.com") with
            {
                Severity = Severity.Warn,
            },
            Cloud("W-NET-03", ".office.com") with
            {
                Severity = Severity.Warn,
            },
            Cloud("W-NET-03", "onedrive.live.com") with
            {
                Severity = Severity.Warn,
            },
            Cloud("W-NET-04", "contoso.com. ", "contoso.com"),
            Cloud("W-NET-04", "contoso.com.", "contoso.com"),
            Cloud("W-NET-04", "contoso .com"),
            Cloud("W-NET-04", "contoso.com\u200B", "contoso.com"),
            Cloud("W-NET-04", ""),
            Bad(
                "W-NET-04",
                "cloudResources[1].host",
                Severity.Block,
                s => s with { CloudResources = [Host("a.example"), Host(""), Host("b.example")] }
            ),
            Bad(
                "W-NET-04",
                "cloudResources[1].host",
                Severity.Block,
                s => s with { CloudResources = [Host("a.example"), Host("A.example")] }
            ),
            Cloud("W-NET-05", "contoso.com/*AppCompat*/", "contoso.com"),
            Cloud("W-NET-05", "/*appcompat*/"),
            Cloud("W-NET-06", "a.example,p1,p2", "a.example"),
            Bad(
                "W-NET-06",
                "cloudResources[0].proxy",
                Severity.Block,
                s => s with { CloudResources = [Host("a.example") with { Proxy = "p1,p2" }] }
            ),
            Bad(
                "W-NET-06",
                "cloudResources[0].proxy",
                Severity.Block,
                s => s with { CloudResources = [Host("a.example") with { Proxy = "elsewhere.example" }] }
            ),
            Bad(
                "W-NET-06",
                "cloudResources[0].proxy",
                Severity.Warn,
                s => s with { CloudResources = [Host("a.example") with { Proxy = "proxy.northwind.example:80" }] }
            ) with
            {
                Suggestion = "proxy.northwind.example",
            },
            Cloud("W-NET-15", "login.microsoftonline.com") with
            {
                Severity = Severity.Warn,
            },
            Bad(
                "W-NET-04",
                "neutralResources[0]",
                Severity.Block,
                s => s with { NeutralResources = ["login.microsoftonline.com,login.windows.net"] }
            ),
            Bad("W-NET-02", "neutralResources[0]", Severity.Block, s => s with { NeutralResources = ["*.windows.net"] }) with
            {
                Suggestion = ".windows.net",
            },
            Bad("W-NET-11", "domainNames[0]", Severity.Block, s => s with { DomainNames = ["Corp.Contoso.com"] }) with
            {
                Suggestion = "corp.contoso.com",
            },
            Bad("W-NET-11", "domainNames[0]", Severity.Block, s => s with { DomainNames = [".contoso.com"] }) with
            {
                Suggestion = "contoso.com",
            },
            Bad("W-NET-11", "domainNames[0]", Severity.Note, s => s with { DomainNames = ["corp"] }),
        ];

    public static TheoryData<BadValue> Proxies =>
        [
            Bad("W-NET-12", "externalProxies[0]", Severity.Block, s => s with { ExternalProxies = ["Proxy.Northwind.example:8080"] }),
            Bad("W-NET-13", "externalProxies[0]", Severity.Block, s => s with { ExternalProxies = ["p1:80;p2:80"] }),
            Bad("W-NET-01", "externalProxies[0]", Severity.Block, s => s with { ExternalProxies = ["http://p1:80"] }) with
            {
                Suggestion = "p1:80",
            },
            Bad("W-NET-01", "externalProxies[0]", Severity.Block, s => s with { ExternalProxies = ["p1:99999"] }),
            Bad("W-NET-01", "externalProxies[0]", Severity.Block, s => s with { ExternalProxies = ["300.1.1.1:80"] }),
            Bad("W-NET-04", "externalProxies[1]", Severity.Block, s => s with { ExternalProxies = ["p1:80", "P1:80"] }),
        ];

    public static TheoryData<BadValue> Ranges =>
        [
            Range("W-NET-08", "10.0.0.0/8", "", "10.0.0.0-10.255.255.255"),
            Range("W-NET-08", "2001:db8::/33", "", "2001:db8::-2001:db8:7fff:ffff:ffff:ffff:ffff:ffff"),
            Range("W-NET-08", "10.0.0.9", "10.0.0.1", "10.0.0.1-10.0.0.9"),
            Range("W-NET-08", "", "2001:db8::ffff"),
            Range("W-NET-08", "10.0.0.1", "", "10.0.0.1-10.0.0.1"),
            Range("W-NET-08", "10.0.0.1", "2001:db8::1"),
            Range("W-NET-08", "fe80::1%3", "fe80::2"),
            Range("W-NET-08", "10.1", "10.2"),
            Range("W-NET-08", "010.0.0.1", "10.0.0.9"),
            Range("W-NET-08", "", ""),
            Range("W-NET-08", "10.0.0.1-10.0.0.9", "", "10.0.0.1-10.0.0.9"),
            Range("W-NET-09", "0.0.0.0", "255.255.255.255") with
            {
                Severity = Severity.Warn,
            },
            Range("W-NET-09", "11.0.0.0", "12.0.0.0") with
            {
                Severity = Severity.Warn,
            },
            Range("W-NET-09", "::", "::ffff") with
            {
                Severity = Severity.Warn,
            },
            Range("W-NET-09", "127.0.0.0", "127.0.0.255") with
            {
                Severity = Severity.Warn,
            },
            Range("W-NET-09", "224.0.0.0", "224.0.0.255") with
            {
                Severity = Severity.Warn,
            },
            Bad(
                "W-NET-09",
                "ipRanges[1]",
                Severity.Warn,
                s => s with { IpRanges = [Row("10.20.0.0", "10.20.9.9"), Row("10.20.9.0", "10.21.0.0")] }
            ),
            Bad("W-NET-10", "ipRanges", Severity.Warn, s => s with { IpRanges = [Row("192.168.0.0", "192.168.255.255")] }),
        ];

    public static TheoryData<BadValue> Wholes =>
        [
            new BadValue(
                "W-NET-07",
                "networkBoundary.appCompat",
                Severity.Warn,
                Clean with
                {
                    AppRules = new() { Allowed = [SamplePolicies.Notepad] },
                    NetworkBoundary = Clean.NetworkBoundary with { AppCompat = null, CloudResources = [Host("contoso.sharepoint.com")] },
                }
            ),
            Bad("W-NET-14", "ipRangesAreAuthoritative", Severity.Warn, s => s with { IpRangesAreAuthoritative = true, IpRanges = [] }),
            Bad("W-NET-14", "proxiesAreAuthoritative", Severity.Warn, s => new() { ProxiesAreAuthoritative = true }),
            Bad("W-NET-16", "neutralResources", Severity.Warn, s => s with { NeutralResources = [] }),
            Bad("W-NET-17", "cloudResources", Severity.Warn, s => new()),
            Bad("W-NET-19", "cloudResources", Severity.Warn, s => s) with
            {
                Fleet = new FleetFacts(25, 3),
            },
        ];

    [Theory]
    [MemberData(nameof(Hosts))]
    [MemberData(nameof(Proxies))]
    [MemberData(nameof(Ranges))]
    [MemberData(nameof(Wholes))]
    public void Validate_ReportsBadValue(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_AcceptsPrivateRangesUnusedInHomesOrWithDomainNames()
    {
        Assert.Empty(
            PolicyValidator
                .Validate(
                    Clean with
                    {
                        NetworkBoundary = Clean.NetworkBoundary with { IpRanges = [Row("10.20.0.0", "10.20.255.255")] },
                    },
                    SamplePolicies.Context
                )
                .Findings
        );
        Assert.Empty(
            PolicyValidator
                .Validate(
                    Clean with
                    {
                        NetworkBoundary = Clean.NetworkBoundary with
                        {
                            IpRanges = [Row("192.168.0.0", "192.168.255.255")],
                            DomainNames = ["corp.northwind.example"],
                        },
                    },
                    SamplePolicies.Context
                )
                .Findings
        );
    }

    private static BadValue Bad(
        string code,
        string field,
        Severity severity,
        Func<NetworkBoundarySettings, NetworkBoundarySettings> spoil
    ) => new(code, $"networkBoundary.{field}", severity, Clean with { NetworkBoundary = spoil(Clean.NetworkBoundary) });

    private static BadValue Cloud(string code, string host, string? suggestion = null) =>
        Bad(code, "cloudResources[0].host", Severity.Block, s => s with { CloudResources = [Host(host)] }) with
        {
            Suggestion = suggestion,
        };

    private static BadValue Range(string code, string first, string last, string? suggestion = null) =>
        Bad(code, "ipRanges[0]", Severity.Block, s => s with { IpRanges = [Row(first, last)] }) with
        {
            Suggestion = suggestion,
        };

    private static CloudResource Host(string host) => new() { Host = host };

    private static AddressRange Row(string first, string last) => new() { First = first, Last = last };
}
