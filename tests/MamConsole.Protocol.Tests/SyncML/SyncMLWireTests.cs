using MamConsole.Protocol.SyncML;
using static MamConsole.Protocol.SyncML.SyncCommand;

namespace MamConsole.Tests.Protocol.SyncML;

/// <summary>One table for both directions: each text is read as its message, and each message is written as exactly its text.</summary>
public sealed class SyncMLWireTests
{
    private static readonly SyncHeader FromDevice = new("7", 1, WireText.Server, WireText.Device);

    private static readonly Dictionary<string, (string Body, SyncCommand Command)> Table = new()
    {
        ["an alert without items"] = ("<Alert><CmdID>2</CmdID><Data>1201</Data></Alert>", new Alert("2", 1201, [])),
        ["a typed alert"] = (
            "<Alert><CmdID>3</CmdID><Data>1224</Data><Item><Meta><Type "
                + "xmlns=\"syncml:metinf\">com.microsoft/MDM/LoginStatus</Type></Meta><Data>user</Data></Item></Alert>",
            new Alert("3", 1224, [new SyncItem(Type: "com.microsoft/MDM/LoginStatus", Data: "user")])
        ),
        ["an alert with every meta"] = (
            "<Alert><CmdID>4</CmdID><Data>1226</Data><Item><Source><LocURI>./x</LocURI></Source><Meta><Format "
                + "xmlns=\"syncml:metinf\">int</Format>"
                + "<Type xmlns=\"syncml:metinf\">com.microsoft:mdm.unenrollment.userrequest</Type><Mark "
                + "xmlns=\"syncml:metinf\">critical</Mark></Meta><Data>1</Data></Item></Alert>",
            new Alert(
                "4",
                1226,
                [
                    new SyncItem(
                        Source: "./x",
                        Format: "int",
                        Type: "com.microsoft:mdm.unenrollment.userrequest",
                        Data: "1",
                        Mark: "critical"
                    ),
                ]
            )
        ),
        ["a replace of two facts"] = (
            "<Replace><CmdID>5</CmdID><Item><Source><LocURI>./DevInfo/Man</LocURI></Source><Data>Contoso Devices, Inc.</Data></Item>"
                + "<Item><Source><LocURI>./DevInfo/Lang</LocURI></Source><Data>en-US</Data></Item></Replace>",
            new Replace(
                "5",
                [
                    new SyncItem(Source: "./DevInfo/Man", Data: "Contoso Devices, Inc."),
                    new SyncItem(Source: "./DevInfo/Lang", Data: "en-US"),
                ]
            )
        ),
        ["a write of an integer"] = (
            "<Replace><CmdID>1001</CmdID><Item><Target><LocURI>./Device/Vendor/MSFT/EnterpriseDataProtection/Settings/EDPEnforcementLevel</LocURI></Target>"
                + "<Meta><Format xmlns=\"syncml:metinf\">int</Format></Meta><Data>2</Data></Item></Replace>",
            new Replace(
                "1001",
                [
                    new SyncItem(
                        Target: "./Device/Vendor/MSFT/EnterpriseDataProtection/Settings/EDPEnforcementLevel",
                        Format: "int",
                        Data: "2"
                    ),
                ]
            )
        ),
        ["a write of XML as text"] = (
            "<Add><CmdID>1002</CmdID><Item><Target><LocURI>./Vendor/MSFT/AppLocker/EnterpriseDataProtection/g/EXE/Policy</LocURI></Target>"
                + "<Meta><Format xmlns=\"syncml:metinf\">chr</Format></Meta><Data>&lt;RuleCollection Type=\"Exe\"&gt;A &amp;amp; "
                + "B]]&gt;&#xD;\n\tü€😀&lt;/RuleCollection&gt;</Data></Item></Add>",
            new Add(
                "1002",
                [
                    new SyncItem(
                        Target: "./Vendor/MSFT/AppLocker/EnterpriseDataProtection/g/EXE/Policy",
                        Format: "chr",
                        Data: "<RuleCollection Type=\"Exe\">A &amp; B]]>\r\n\tü€😀</RuleCollection>"
                    ),
                ]
            )
        ),
        ["a delete"] = (
            "<Delete><CmdID>1003</CmdID><Item><Target><LocURI>./Vendor/MSFT/x</LocURI></Target></Item></Delete>",
            new Delete("1003", [new SyncItem(Target: "./Vendor/MSFT/x")])
        ),
        ["a get"] = (
            "<Get><CmdID>1004</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item></Get>",
            new Get("1004", [new SyncItem(Target: "./DevInfo/Man")])
        ),
        ["an exec without data"] = (
            "<Exec><CmdID>1005</CmdID><Item><Target><LocURI>./Vendor/MSFT/HealthAttestation/VerifyHealth</LocURI></Target></Item></Exec>",
            new Exec("1005", [new SyncItem(Target: "./Vendor/MSFT/HealthAttestation/VerifyHealth")])
        ),
        ["an empty value is not a missing one"] = (
            "<Exec><CmdID>1006</CmdID><Item><Target><LocURI>./x</LocURI></Target><Data></Data></Item></Exec>",
            new Exec("1006", [new SyncItem(Target: "./x", Data: "")])
        ),
        ["a value of white space"] = (
            "<Exec><CmdID>1006</CmdID><Item><Target><LocURI>./x</LocURI></Target><Data> \n </Data></Item></Exec>",
            new Exec("1006", [new SyncItem(Target: "./x", Data: " \n ")])
        ),
        ["a group in a group"] = (
            "<Sequence><CmdID>1007</CmdID><Get><CmdID>1008</CmdID><Item><Target><LocURI>./a</LocURI></Target></Item></Get>"
                + "<Atomic><CmdID>1009</CmdID><Delete><CmdID>1010</CmdID><Item><Target><LocURI>./b</LocURI></Target></Item></Delete></Atomic></Sequence>",
            new Sequence(
                "1007",
                [new Get("1008", [new SyncItem(Target: "./a")]), new Atomic("1009", [new Delete("1010", [new SyncItem(Target: "./b")])])]
            )
        ),
        ["a status for the header"] = (
            "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>",
            new Status("1", 1, "0", "SyncHdr", StatusCode.Ok)
        ),
        ["a status for one item"] = (
            "<Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>1005</CmdRef><Cmd>Replace</Cmd><TargetRef>./a</TargetRef><TargetRef>./b</TargetRef><SourceRef>./c</SourceRef><Data>404</Data></Status>",
            new Status("2", 1, "1005", "Replace", StatusCode.NotFound, null, ["./a", "./b"], ["./c"])
        ),
        ["a status without a verdict"] = (
            "<Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef></CmdRef><Cmd>Get</Cmd><Data></Data></Status>",
            new Status("2", 1, "", "Get", StatusCode.None)
        ),
        ["results of two nodes"] = (
            "<Results><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>6</CmdRef><Item><Source><LocURI>./a</LocURI></Source><Meta><Format "
                + "xmlns=\"syncml:metinf\">int</Format></Meta><Data>9</Data></Item>"
                + "<Item><Source><LocURI>./b</LocURI></Source><Data>x</Data></Item></Results>",
            new Results("3", 1, "6", [new SyncItem(Source: "./a", Format: "int", Data: "9"), new SyncItem(Source: "./b", Data: "x")])
        ),
        ["a first chunk"] = (
            "<Results><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>6</CmdRef><Item><Source><LocURI>./a</LocURI></Source><Meta><Format "
                + "xmlns=\"syncml:metinf\">chr</Format>"
                + "<Size xmlns=\"syncml:metinf\">180000</Size></Meta><Data>first part</Data><MoreData/></Item></Results>",
            new Results("3", 1, "6", [new SyncItem(Source: "./a", Format: "chr", Data: "first part", MoreData: true, Size: 180000)])
        ),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Message_RoundTripsAsText(string name)
    {
        var (body, command) = Table[name];
        var text = WireText.Device1(body + "<Final/>");
        var message = new SyncMLMessage(FromDevice, [command], Final: true);

        Assert.Equal(Dump.Of(message), Dump.Of(WireText.Read(text)));
        Assert.Equal(text, WireText.Write(message));
    }

    [Fact]
    public void Message_WithoutFinalRoundTrips()
    {
        var text = WireText.Device1("<Alert><CmdID>2</CmdID><Data>1222</Data></Alert>");
        var message = new SyncMLMessage(FromDevice, [new Alert("2", 1222, [])], Final: false);

        Assert.Equal(Dump.Of(message), Dump.Of(WireText.Read(text)));
        Assert.Equal(text, WireText.Write(message));
    }

    [Fact]
    public void Header_ContainsMaxMessageSize()
    {
        var text = WireText.Envelope(
            WireText
                .Header("0", "2147483647", "srv", "dev")
                .Replace(
                    "</SyncHdr>",
                    "<Meta><MaxMsgSize xmlns=\"syncml:metinf\">5000</MaxMsgSize></Meta></SyncHdr>",
                    StringComparison.Ordinal
                ),
            "<Final/>"
        );
        var message = new SyncMLMessage(new SyncHeader("0", int.MaxValue, "srv", "dev", 5000), [], Final: true);

        Assert.Equal(Dump.Of(message), Dump.Of(WireText.Read(text)));
        Assert.Equal(text, WireText.Write(message));
    }

    [Fact]
    public void OriginalError_UsesNamespaceOfBody()
    {
        var text = WireText
            .Device1(
                "<Status><CmdID>7</CmdID><MsgRef>1</MsgRef><CmdRef>9</CmdRef><Cmd>Delete</Cmd><Data "
                    + "msft:originalerror=\"0x86000002\">404</Data></Status><Final/>"
            )
            .Replace("<SyncBody>", "<SyncBody xmlns:msft=\"http://schemas.microsoft.com/MobileDevice/MDM\">", StringComparison.Ordinal);
        var message = new SyncMLMessage(FromDevice, [new Status("7", 1, "9", "Delete", StatusCode.NotFound, "0x86000002")], Final: true);

        Assert.Equal(Dump.Of(message), Dump.Of(WireText.Read(text)));
        Assert.Equal(text, WireText.Write(message));
    }
}
