using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.SyncML;

/// <summary>
/// The rows of docs/reference/abuse-cases.md §3.1 that depend on the codec only. SessionAbuseTests sends the same bytes to the endpoint.
/// </summary>
public sealed class SyncMLAbuseTests
{
    [Theory]
    [
        InlineData("SY-09"),
        InlineData("SY-10"),
        InlineData("SY-11"),
        InlineData("SY-12"),
        InlineData("SY-13"),
        InlineData("SY-14"),
        InlineData("SY-15"),
        InlineData("SY-16")
    ]
    [
        InlineData("SY-17"),
        InlineData("SY-18"),
        InlineData("SY-19"),
        InlineData("SY-20"),
        InlineData("SY-21"),
        InlineData("SY-22"),
        InlineData("SY-23"),
        InlineData("SY-24")
    ]
    [
        InlineData("SY-25"),
        InlineData("SY-27"),
        InlineData("SY-28"),
        InlineData("SY-29"),
        InlineData("SY-34"),
        InlineData("SY-43"),
        InlineData("SY-44"),
        InlineData("SY-45")
    ]
    [InlineData("SY-46")]
    public void Read_RejectsHostileBytes(string id)
    {
        foreach (var bytes in HostileMessages.Of(id, WireText.Device))
        {
            var error = Assert.Throws<SyncMLFormatException>(() => SyncMLReader.Read(bytes));
            Assert.InRange(error.Message.Length, 1, 120);
            Assert.Null(error.InnerException);
        }
    }

    [Fact, Trait("Abuse", "SY-14")]
    public void Read_SkipsProcessingInstructions() =>
        Assert.Equal(
            "7",
            SyncMLReader
                .Read(HostileMessages.Utf8("<?xml-stylesheet href='http://127.0.0.1:9/x'?>" + WireText.Device1("<Final/>")))
                .Header.SessionId
        );

    [Fact, Trait("Abuse", "SY-25")]
    public void Read_AcceptsPrefixedMeta()
    {
        var message = WireText.Read(
            WireText.Device1(
                "<Alert><CmdID>2</CmdID><Data>1224</Data><Item><Meta><m:Type "
                    + "xmlns:m=\"syncml:metinf\">com.microsoft/MDM/LoginStatus</m:Type></Meta><Data>user</Data></Item></Alert>"
            )
        );
        Assert.Equal("com.microsoft/MDM/LoginStatus", Assert.IsType<SyncCommand.Alert>(message.Commands[0]).Items[0].Type);
    }

    [Theory, Trait("Abuse", "SY-26")]
    [InlineData("./Dev<!-- -->Info/Mod")]
    [InlineData("<![CDATA[./DevInfo]]>/Mod")]
    [InlineData("./DevInfo<?x y?>/Mod")]
    [InlineData("./DevInfo/Mod<!-- ./DevInfo/Man -->")]
    public void Read_JoinsPartsOfAddress(string uri)
    {
        var message = WireText.Read(
            WireText.Device1($"<Replace><CmdID>2</CmdID><Item><Source><LocURI>{uri}</LocURI></Source><Data>x</Data></Item></Replace>")
        );
        Assert.Equal("./DevInfo/Mod", Assert.IsType<SyncCommand.Replace>(message.Commands[0]).Items[0].Source);
    }

    [Theory, Trait("Abuse", "SY-41")]
    [
        InlineData("200 OK"),
        InlineData(""),
        InlineData("10000000000"),
        InlineData("-200"),
        InlineData("+200"),
        InlineData("２００"),
        InlineData("0xC8"),
        InlineData("2e2")
    ]
    [InlineData("200.0"), InlineData("600"), InlineData("99")]
    public void Read_AcceptsOnlyPlainStatusCodes(string data)
    {
        var message = WireText.Read(
            WireText.Device1(
                $"<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>1001</CmdRef><Cmd>Replace</Cmd><Data>{data}</Data></Status>"
            )
        );
        var code = Assert.IsType<SyncCommand.Status>(message.Commands[0]).Code;
        Assert.Equal((StatusCode.None, false, StatusClass.None), (code, code.IsSuccess, code.Class));
    }

    [Theory, Trait("Abuse", "SY-61")]
    [
        InlineData("]]>"),
        InlineData("<?xml version=\"1.0\"?>"),
        InlineData("</Data></Item>&amp;<!--"),
        InlineData("tab\tand line\nand return\r"),
        InlineData("😀")
    ]
    public void Write_RoundTripsMarkupInValue(string value)
    {
        Assert.True(SyncMLWriter.CanCarry(value));
        var command = new SyncCommand.Replace("1001", [new SyncItem(Target: "./a", Format: "chr", Data: value)]);
        var bytes = SyncMLWriter.Write(new SyncMLMessage(new SyncHeader("1", 1, "device", "server"), [command], Final: true));
        Assert.Equal(value, Assert.IsType<SyncCommand.Replace>(SyncMLReader.Read(bytes).Commands[0]).Items[0].Data);
    }

    [Theory, Trait("Abuse", "SY-61")]
    [
        InlineData('a', '\u0001'),
        InlineData('\0', 'b'),
        InlineData('\uFFFE', 'b'),
        InlineData('\uD800', 'b'),
        InlineData('\uDC00', '\uD800'),
        InlineData('x', '\uD83D')
    ]
    public void CanCarry_ReportsCharactersThatXmlDoesNotSupport(char first, char second)
    {
        var value = $"{first}{second}";
        Assert.False(SyncMLWriter.CanCarry(value));
        var command = new SyncCommand.Replace("1001", [new SyncItem(Target: "./a", Format: "chr", Data: value)]);
        Assert.Throws<ArgumentException>(() => SyncMLWriter.SizeOf(command));
    }

    [Fact]
    public void SizeOf_EqualsAddedBytes()
    {
        var header = new SyncHeader("1", 1, "device", "server");
        SyncCommand group = new SyncCommand.Sequence(
            "1001",
            [
                new SyncCommand.Replace("1002", [new SyncItem(Target: "./ä", Format: "chr", Data: "<&>😀")]),
                new SyncCommand.Delete("1003", [new SyncItem(Target: "./b")]),
            ]
        );
        Assert.Equal(
            SyncMLWriter.Write(new SyncMLMessage(header, [group], Final: true)).Length
                - SyncMLWriter.Write(new SyncMLMessage(header, [], Final: true)).Length,
            SyncMLWriter.SizeOf(group)
        );
    }
}
