using System.Globalization;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Tests.PolicyEngine.NetworkBoundary;

/// <summary>
/// Tests lists of many thousand rows. A rule that compares each row with every other row takes minutes here and exceeds the time limit of
/// the test run.
/// </summary>
public sealed class LongBoundaryTests
{
    private const int Many = 40_000;

    [Fact]
    public void Validate_VisitsEachRowOfLongListsOnce()
    {
        var boundary = new NetworkBoundarySettings
        {
            CloudResources = Enumerable
                .Range(0, Many)
                .Select(i => new CloudResource { Host = $"h{i}.contoso.example", Proxy = $"p{i}.contoso.example" })
                .ToValueList(),
            NeutralResources = Enumerable.Range(0, Many).Select(i => $"n{i}.sign-in.example").ToValueList(),
            InternalProxies = Enumerable.Range(0, Many).Select(i => $"p{i}.contoso.example").ToValueList(),
            ExternalProxies = Enumerable.Range(0, Many).Select(i => $"out{i}.contoso.example:80").ToValueList(),
            DomainNames = Enumerable.Range(0, Many).Select(i => $"d{i}.contoso.example").ToValueList(),
            IpRanges = Enumerable
                .Range(0, Many)
                .Select(i => new AddressRange { First = Address(i, 0), Last = Address(i, 9) })
                .ToValueList(),
        };

        Assert.Empty(PolicyValidator.Validate(new() { NetworkBoundary = boundary }, SamplePolicies.Context).Findings);
        Assert.Equal(
            Many,
            PolicyDiff
                .Compare(new() { NetworkBoundary = boundary with { NeutralResources = [] } }, new() { NetworkBoundary = boundary })
                .Changes.Single()
                .AddedItems.Count
        );
    }

    [Fact]
    public void Paste_ParsesLongListOnce()
    {
        var hosts = string.Join(';', Enumerable.Range(0, Many).Select(i => $"h{i}.contoso.example"));

        Assert.Equal(Many, PastedList.Hosts(hosts).Rows.Count);
        Assert.Equal(Many, PastedBoundary.CloudResources(hosts).Rows.Count);
        Assert.Equal(
            Many,
            PastedBoundary.IpRanges(string.Join('\n', Enumerable.Range(0, Many).Select(i => $"{Address(i, 0)}-{Address(i, 9)}"))).Rows.Count
        );
    }

    [Fact]
    public void Validate_ReportsOverlapOnceAtLaterRowInAnyOrder()
    {
        var findings = PolicyValidator
            .Validate(
                new()
                {
                    NetworkBoundary = new()
                    {
                        IpRanges =
                        [
                            new() { First = "10.20.5.0", Last = "10.20.5.255" },
                            new() { First = "2001:db8::1", Last = "2001:db8::9" },
                            new() { First = "10.20.9.0", Last = "10.20.9.9" },
                            new() { First = "10.20.0.0", Last = "10.20.8.255" },
                            new() { First = "2001:db8::9", Last = "2001:db8::f" },
                            new() { First = "10.20.9.10", Last = "10.20.9.20" },
                        ],
                        DomainNames = ["corp.contoso.example"],
                    },
                },
                SamplePolicies.Context
            )
            .Findings;

        Assert.Equal(
            [
                ("networkBoundary.ipRanges[3]", "This range overlaps 10.20.5.0-10.20.5.255."),
                ("networkBoundary.ipRanges[4]", "This range overlaps 2001:db8::1-2001:db8::9."),
            ],
            findings.Where(f => f.Code == "W-NET-09").Select(f => (f.Field, f.Message)).Order()
        );
    }

    [Theory]
    [InlineData("login.windows.net", "login.windows.net", true)]
    [InlineData(".windows.net", "login.windows.net", true)]
    [InlineData("login.windows.net", ".windows.net", true)]
    [InlineData("windows.net", ".windows.net", true)]
    [InlineData(".windows.net", "windows.net", true)]
    [InlineData(".a.windows.net", ".windows.net", true)]
    [InlineData("login.windows.net", "windows.net", false)]
    [InlineData("xwindows.net", ".windows.net", false)]
    public void Touches_MatchesPairwiseCovers(string one, string other, bool touches)
    {
        var (first, second) = (HostName.Parse(one), HostName.Parse(other));

        Assert.Equal(touches, first.Covers(second) || second.Covers(first));
        Assert.Equal(touches, new HostSet([first]).Touches(second));
        Assert.Equal(touches, new HostSet([second]).Touches(first));
    }

    private static string Address(int block, int last) =>
        string.Create(CultureInfo.InvariantCulture, $"20.{block / 256}.{block % 256}.{last}");
}
