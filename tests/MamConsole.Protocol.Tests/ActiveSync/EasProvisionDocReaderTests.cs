using System.Text;
using MamConsole.Protocol;
using MamConsole.Protocol.ActiveSync;

namespace MamConsole.Tests.Protocol.ActiveSync;

public sealed class EasProvisionDocReaderTests
{
    [Fact]
    public void Read_ReturnsElementsInOrderWithTexts()
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
    [InlineData("<x/>", "The document has no EASProvisionDoc.")]
    [InlineData("<Provision><Policies/></Provision>", "The document has no EASProvisionDoc.")]
    [InlineData("<Data><EASProvisionDoc/><EASProvisionDoc/></Data>", "The document has two EASProvisionDoc elements.")]
    [InlineData("<EASProvisionDoc><AllowCamera><b/></AllowCamera></EASProvisionDoc>", "An element is not allowed in text.")]
    [InlineData("<EASProvisionDoc>text</EASProvisionDoc>", "Text is not allowed between elements.")]
    [InlineData(
        "<!DOCTYPE a [<!ENTITY b 'c'>]><EASProvisionDoc><AllowCamera>&b;</AllowCamera></EASProvisionDoc>",
        "A document type definition is not allowed."
    )]
    public void Read_RejectsOtherDocuments(string xml, string reason) =>
        Assert.Equal(reason, Assert.Throws<EasFormatException>(() => Read(xml)).Message);

    [Fact]
    public void Read_EnforcesWireLimits() =>
        Assert.Throws<EasFormatException>(() =>
            EasProvisionDocReader.Read(
                Encoding.UTF8.GetBytes("<EASProvisionDoc><AllowCamera>1</AllowCamera></EASProvisionDoc>"),
                new WireLimits { MaxElements = 1 }
            )
        );

    private static System.Collections.Immutable.ImmutableArray<EasProvisionElement> Read(string xml) =>
        EasProvisionDocReader.Read(Encoding.UTF8.GetBytes(xml));
}
