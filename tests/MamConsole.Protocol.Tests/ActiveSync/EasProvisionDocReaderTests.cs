using System.Text;
using MamConsole.Protocol;
using MamConsole.Protocol.ActiveSync;

namespace MamConsole.Tests.Protocol.ActiveSync;

public sealed class EasProvisionDocReaderTests
{
    [Fact]
    public void Elements_come_in_their_order_with_their_texts()
    {
        var elements = Read(
            "<p:EASProvisionDoc xmlns:p='Provision:'><p:AllowCamera> 1 "
                + "</p:AllowCamera><p:MinDevicePasswordLength/><p:UnapprovedInROMApplicationList><p:ApplicationName>game.exe</p:ApplicationName></p:UnapprovedInROMApplicationList></p:EASProvisionDoc>"
        );

        Assert.Equal(
            [("AllowCamera", "1"), ("MinDevicePasswordLength", ""), ("UnapprovedInROMApplicationList", "")],
            elements.Select(e => (e.Name, e.Text))
        );
        Assert.Equal(["game.exe"], elements[2].Items);
    }

    [Theory]
    [InlineData("<x/>", "There is no EASProvisionDoc in the document.")]
    [InlineData("<Provision><Policies/></Provision>", "There is no EASProvisionDoc in the document.")]
    [InlineData("<Data><EASProvisionDoc/><EASProvisionDoc/></Data>", "There are two EASProvisionDoc in the document.")]
    [InlineData("<EASProvisionDoc><AllowCamera><b/></AllowCamera></EASProvisionDoc>", "There is an element where only text may stand.")]
    [InlineData("<EASProvisionDoc>text</EASProvisionDoc>", "There is text where only elements may stand.")]
    [InlineData(
        "<!DOCTYPE a [<!ENTITY b 'c'>]><EASProvisionDoc><AllowCamera>&b;</AllowCamera></EASProvisionDoc>",
        "A document type definition is not allowed."
    )]
    public void What_is_none_is_rejected(string xml, string reason) =>
        Assert.Equal(reason, Assert.Throws<EasFormatException>(() => Read(xml)).Message);

    [Fact]
    public void The_limits_of_every_wire_hold_here_too() =>
        Assert.Throws<EasFormatException>(() =>
            EasProvisionDocReader.Read(
                Encoding.UTF8.GetBytes("<EASProvisionDoc><AllowCamera>1</AllowCamera></EASProvisionDoc>"),
                new WireLimits { MaxElements = 1 }
            )
        );

    private static System.Collections.Immutable.ImmutableArray<EasProvisionElement> Read(string xml) =>
        EasProvisionDocReader.Read(Encoding.UTF8.GetBytes(xml));
}
