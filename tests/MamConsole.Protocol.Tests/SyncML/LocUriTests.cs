using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.SyncML;

public sealed class LocUriTests
{
    [Theory]
    [InlineData("./DevInfo/DevId", true)]
    [InlineData("./Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/Poll", true)]
    [InlineData("./Device/Vendor/MSFT/x.y/(a)~{b}", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("./", false)]
    [InlineData("/DevInfo/DevId", false)]
    [InlineData("DevInfo/DevId", false)]
    [InlineData("./DevInfo//DevId", false)]
    [InlineData("./DevInfo/", false)]
    [InlineData("./DevInfo/../Vendor", false)]
    [InlineData("./DevInfo/./DevId", false)]
    [InlineData("./DevInfo/%2e%2E/Vendor", false)]
    [InlineData("./DevInfo/a%2Fb", false)]
    [InlineData("./DevInfo/a%5cb", false)]
    [InlineData("./DevInfo/a%00", false)]
    [InlineData("./DevInfo/*", false)]
    [InlineData("./DevInfo\\DevId", false)]
    [InlineData("./DevInfo/DevId?prop=ACL", false)]
    [InlineData("./DevInfo/a b", false)]
    [InlineData("./DevInfo/\u202Ea", false)]
    [InlineData("./DevInfo/ü", false)]
    public void IsWellFormed_AcceptsOnlyAddresses(string? uri, bool wellFormed) => Assert.Equal(wellFormed, LocUri.IsWellFormed(uri));

    [Fact]
    public void IsWellFormed_RejectsLongAddress()
    {
        Assert.True(LocUri.IsWellFormed("./" + new string('a', LocUri.MaxLength - 2)));
        Assert.False(LocUri.IsWellFormed("./" + new string('a', LocUri.MaxLength - 1)));
    }

    [Fact]
    public void EscapeSegment_EncodesName() => Assert.Equal("MS%20DM%20Server%2Fx", LocUri.EscapeSegment("MS DM Server/x"));
}
