using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.SyncML;

/// <summary>
/// Deviations of real clients and Microsoft's samples from the content models, and how they are read (docs/reference/protocol.md §3.2,
/// §4.4).
/// </summary>
public sealed class SyncMLReaderTests
{
    private static readonly Dictionary<string, (string Body, string Same)> Lenient = new()
    {
        ["meta in SyncML's own namespace"] = (
            "<Alert><CmdID>2</CmdID><Data>1224</Data><Item><Meta><Type>t</Type><Format>int</Format></Meta><Data>1</Data></Item></Alert>",
            "<Alert><CmdID>2</CmdID><Data>1224</Data><Item><Meta><Format xmlns=\"syncml:metinf\">int</Format><Type "
                + "xmlns=\"syncml:metinf\">t</Type></Meta><Data>1</Data></Item></Alert>"
        ),
        ["a misspelled namespace of meta, a type with white space"] = (
            "<Alert><CmdID>2</CmdID><Data>1226</Data><Item><Meta><Type xmlns=\"syncml:metinfo\"> "
                + "com.microsoft:mdm.unenrollment.userrequest\n</Type></Meta><Data>1</Data></Item></Alert>",
            "<Alert><CmdID>2</CmdID><Data>1226</Data><Item><Meta><Type "
                + "xmlns=\"syncml:metinf\">com.microsoft:mdm.unenrollment.userrequest</Type></Meta><Data>1</Data></Item></Alert>"
        ),
        ["meta by prefix"] = (
            "<Get xmlns:m=\"syncml:metinf\"><CmdID>2</CmdID><Item><Meta><m:Format>chr</m:Format></Meta></Item></Get>",
            "<Get><CmdID>2</CmdID><Item><Meta><Format xmlns=\"syncml:metinf\">chr</Format></Meta></Item></Get>"
        ),
        ["the type outside of Meta"] = (
            "<Alert><CmdID>1</CmdID><Data>1224</Data><Item><Meta></Meta><Type "
                + "xmlns=\"syncml:metinf\">com.microsoft.mdm.synctype</Type><Data>user</Data></Item></Alert>",
            "<Alert><CmdID>1</CmdID><Data>1224</Data><Item><Meta><Type "
                + "xmlns=\"syncml:metinf\">com.microsoft.mdm.synctype</Type></Meta><Data>user</Data></Item></Alert>"
        ),
        ["meta on the command"] = (
            "<Replace><CmdID>4</CmdID><Meta><Format "
                + "xmlns=\"syncml:metinf\">b64</Format></Meta><Item><Target><LocURI>./a</LocURI></Target></Item>"
                + "<Item><Target><LocURI>./b</LocURI></Target><Meta><Format xmlns=\"syncml:metinf\">int</Format></Meta></Item></Replace>",
            "<Replace><CmdID>4</CmdID><Item><Target><LocURI>./a</LocURI></Target><Meta><Format "
                + "xmlns=\"syncml:metinf\">b64</Format></Meta></Item>"
                + "<Item><Target><LocURI>./b</LocURI></Target><Meta><Format xmlns=\"syncml:metinf\">int</Format></Meta></Item></Replace>"
        ),
        ["a redundant namespace on Data"] = (
            "<Get><CmdID>2</CmdID><Item><Data xmlns=\"SYNCML:SYNCML1.2\">x</Data></Item></Get>",
            "<Get><CmdID>2</CmdID><Item><Data>x</Data></Item></Get>"
        ),
        ["CDATA, and text separated by it and by a comment"] = (
            "<Get><CmdID>2</CmdID><Item><Target><LocURI>./Ven<!-- x "
                + "-->dor/<![CDATA[MSFT]]></LocURI></Target><Data><![CDATA[<a>]]>b<!-- c --><?p?><![CDATA[&]]></Data></Item></Get>",
            "<Get><CmdID>2</CmdID><Item><Target><LocURI>./Vendor/MSFT</LocURI></Target><Data>&lt;a&gt;b&amp;</Data></Item></Get>"
        ),
        ["results with Cmd and without MsgRef"] = (
            "<Results><CmdID>4</CmdID><CmdRef>4</CmdRef><Cmd>Get</Cmd><Item><Source><LocURI>./a</LocURI></Source><Data>x</Data></Item></Results>",
            "<Results><CmdID>4</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Item><Source><LocURI>./a</LocURI></Source><Data>x</Data></Item></Results>"
        ),
        ["results with one node for all items"] = (
            "<Results><CmdID>4</CmdID><MsgRef>2</MsgRef><CmdRef>4</CmdRef><Meta><Format "
                + "xmlns=\"syncml:metinf\">int</Format></Meta><SourceRef>./a</SourceRef><Item><Data>1</Data></Item></Results>",
            "<Results><CmdID>4</CmdID><MsgRef>2</MsgRef><CmdRef>4</CmdRef><Item><Source><LocURI>./a</LocURI></Source><Meta><Format "
                + "xmlns=\"syncml:metinf\">int</Format></Meta><Data>1</Data></Item></Results>"
        ),
        ["a command without CmdID"] = ("<Alert><Data>1201</Data></Alert>", "<Alert><CmdID></CmdID><Data>1201</Data></Alert>"),
        ["an alert with a code that is not a number"] = (
            "<Alert><CmdID>2</CmdID><Data>12 01</Data></Alert>",
            "<Alert><CmdID>2</CmdID></Alert>"
        ),
        ["unused elements"] = (
            "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Cred><Data>x</Data></Cred><Chal><Meta><NextNonce>y</NextNonce></Meta></Chal><Data>401</Data><Item><Data>z</Data></Item></Status>",
            "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>401</Data></Status>"
        ),
        ["an element of a foreign namespace"] = (
            "<Get xmlns:x=\"urn:x\"><CmdID>2</CmdID><x:CmdID>3</x:CmdID><Item><x:Data>y</x:Data></Item></Get>",
            "<Get><CmdID>2</CmdID><Item></Item></Get>"
        ),
    };

    public static TheoryData<string> LenientNames => [.. Lenient.Keys];

    [Theory]
    [MemberData(nameof(LenientNames))]
    public void Read_AcceptsKnownVariants(string name)
    {
        var (body, same) = Lenient[name];
        Assert.Equal(
            Dump.Of(WireText.Read(WireText.Device1(same + "<Final/>"))),
            Dump.Of(WireText.Read(WireText.Device1(body + "<Final/>")))
        );
    }

    [Theory]
    [InlineData("\uFEFF", "")]
    [InlineData("<?xml version=\"1.0\"?>\n", "\n")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><!-- c --><?p x?>", "<!-- c -->")]
    public void Read_AcceptsByteOrderMarkAndDeclaration(string before, string after)
    {
        var text = WireText.Device1("<Final/>");
        Assert.Equal(Dump.Of(WireText.Read(text)), Dump.Of(WireText.Read(before + text + after)));
    }

    [Theory]
    [InlineData("<SyncML>")]
    [InlineData("<SyncML xmlns=\"SYNCML:SYNCML1.2\">\n\t")]
    [InlineData("<SyncML xmlns='SYNCML:SYNCML1.2' xmlns:m='syncml:metinf'>")]
    public void Read_AcceptsRootWithoutNamespace(string root)
    {
        var text = WireText.Device1("<Alert><CmdID>2</CmdID><Data>1201</Data></Alert><Final/>");
        Assert.Equal(
            Dump.Of(WireText.Read(text)),
            Dump.Of(WireText.Read(text.Replace("<SyncML xmlns=\"SYNCML:SYNCML1.2\">", root, StringComparison.Ordinal)))
        );
    }

    [Theory]
    [InlineData("200", 200)]
    [InlineData(" 200 ", 200)]
    [InlineData("599", 599)]
    [InlineData("0200", 200)]
    [InlineData("200 OK", 0)]
    [InlineData("", 0)]
    [InlineData("10000000000", 0)]
    [InlineData("-200", 0)]
    [InlineData("+200", 0)]
    [InlineData("２００", 0)]
    [InlineData("0xC8", 0)]
    [InlineData("99", 0)]
    [InlineData("600", 0)]
    public void Read_AcceptsOnlyPlainStatusDigits(string data, int code)
    {
        var status = Assert.IsType<SyncCommand.Status>(
            Assert.Single(
                WireText
                    .Read(
                        WireText.Device1(
                            $"<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>5</CmdRef><Cmd>Get</Cmd><Data>{data}</Data></Status><Final/>"
                        )
                    )
                    .Commands
            )
        );
        Assert.Equal(code, status.Code.Value);
        Assert.Equal(code == 200, status.Code.IsSuccess);
    }

    [Theory]
    [InlineData("<Copy><CmdID>9</CmdID><Item><Data>x</Data></Item></Copy>", "Copy", "9")]
    [InlineData("<Whatever/>", "Whatever", "")]
    [InlineData("<x:Get xmlns:x=\"urn:x\"><CmdID>9</CmdID></x:Get>", "Get", "9")]
    public void Read_ReturnsUnknownElements(string body, string element, string id)
    {
        var unknown = Assert.IsType<SyncCommand.Unknown>(Assert.Single(WireText.Read(WireText.Device1(body + "<Final/>")).Commands));
        Assert.Equal((element, id), (unknown.Name, unknown.CmdId));
    }

    [Fact]
    public void Read_ReturnsZeroForInvalidMsgRef()
    {
        var message = WireText.Read(
            WireText.Device1(
                "<Status><CmdID>1</CmdID><MsgRef>99999999999</MsgRef><CmdRef>5</CmdRef><Cmd>Get</Cmd><Data>200</Data></Status>"
                    + "<Results><CmdID>2</CmdID><MsgRef>x</MsgRef><CmdRef>5</CmdRef></Results><Final/>"
            )
        );
        Assert.Equal(0, ((SyncCommand.Status)message.Commands[0]).MessageRef);
        Assert.Equal(0, ((SyncCommand.Results)message.Commands[1]).MessageRef);
    }
}
