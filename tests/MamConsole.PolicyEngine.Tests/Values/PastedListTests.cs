using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Values;

public sealed class PastedListTests
{
    /// <summary>A comma between hosts is a common mistake, because in the CSP format it begins a proxy.</summary>
    [Fact]
    public void CloudResources_SplitAtCommasAndSemicolonsAndReportRepairs()
    {
        var pasted = PastedBoundary.CloudResources("contoso.sharepoint.com;contoso-my.sharepoint.com,*.contoso.com.");

        Assert.Equal(
            [
                new() { Host = "contoso.sharepoint.com" },
                new() { Host = "contoso-my.sharepoint.com" },
                new CloudResource { Host = ".contoso.com" },
            ],
            pasted.Rows
        );
        Assert.Equal(["*.contoso.com. was changed to .contoso.com."], pasted.Repairs);
        Assert.False(pasted.WasWireForm);
    }

    [Fact]
    public void CloudResources_TreatCommaAsProxySeparatorWhenBarIsPresent()
    {
        var pasted = PastedBoundary.CloudResources("a.example,proxy.contoso.com|B.example,|c.example/*appcompat*/|a.example");

        Assert.Equal(
            [
                new() { Host = "a.example", Proxy = "proxy.contoso.com" },
                new() { Host = "b.example" },
                new CloudResource { Host = "c.example" },
            ],
            pasted.Rows
        );
        Assert.Equal(
            [
                "B.example was changed to b.example.",
                "AppCompat was converted to the setting “Allow apps that WIP cannot classify (AppCompat)”.",
                "a.example was listed twice and was added once.",
            ],
            pasted.Repairs
        );
        Assert.True(pasted.WasWireForm);
        Assert.True(pasted.AppCompat);
    }

    [Fact]
    public void CloudResources_PreserveInvalidRowsForValidation()
    {
        var pasted = PastedBoundary.CloudResources("contoso\nhttps://contoso.sharepoint.com/sites/a");

        Assert.Equal([new() { Host = "contoso" }, new CloudResource { Host = "contoso.sharepoint.com" }], pasted.Rows);
        Assert.Single(pasted.Repairs);
    }

    [Fact]
    public void IpRanges_AcceptEndsBlocksAndSingleAddresses()
    {
        var pasted = PastedBoundary.IpRanges("10.0.0.0/8, 10.20.0.0 - 10.20.255.255\n2001:db8::1\r\n10.0.0.9-10.0.0.1; -2001:db8::ffff");

        Assert.Equal(
            [
                Range("10.0.0.0", "10.255.255.255"),
                Range("10.20.0.0", "10.20.255.255"),
                Range("2001:db8::1", "2001:db8::1"),
                Range("10.0.0.1", "10.0.0.9"),
                Range("", "2001:db8::ffff"),
            ],
            pasted.Rows
        );
        Assert.Equal(3, pasted.Repairs.Count);
    }

    [Fact]
    public void PastedList_AppliesRepairsOfEachKind()
    {
        Assert.Equal(["contoso.com", "bücher.example"], PastedList.Domains("Contoso.com|xn--bcher-kva.example").Rows);
        Assert.Equal(["corp", "contoso.com"], PastedList.NetworkDomains("CORP;.contoso.com").Rows);
        Assert.Equal(["p1:80", "p2:80"], PastedList.Proxies("p1:80;http://p2:80/").Rows);
        Assert.Equal(["docx", "pdf"], PastedList.Extensions("*.docx,*.pdf").Rows);
        Assert.Equal(["ana@contoso.com", "bo@contoso.com"], PastedList.People("Ana <ana@contoso.com>; bo@contoso.com").Rows);
        Assert.Equal([".windows.net"], PastedList.Hosts("*.windows.net").Rows);
        Assert.Equal(["contoso.com was listed twice and was added once."], PastedList.Domains("contoso.com,contoso.com").Repairs);
    }

    private static AddressRange Range(string first, string last) => new() { First = first, Last = last };
}
