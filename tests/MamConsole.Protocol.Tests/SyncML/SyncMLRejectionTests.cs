using System.Diagnostics.CodeAnalysis;
using System.Text;
using MamConsole.Protocol;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.SyncML;

/// <summary>
/// Malformed and hostile inputs with the reason for the rejection of each (docs/reference/abuse-cases.md §3.1; the ids are its rows).
/// </summary>
public sealed class SyncMLRejectionTests
{
    private const string Root = "<SyncML xmlns=\"SYNCML:SYNCML1.2\">";
    private static readonly string Header = WireText.Header("7", "1", WireText.Server, WireText.Device);
    private static readonly string Good = WireText.Device1("<Final/>");

    private static readonly Dictionary<string, (Func<byte[]> Bytes, string Reason)> Table = new()
    {
        ["SY-05 empty"] = (() => [], "not well-formed"),
        ["SY-05 blanks"] = Text("   \n", "not well-formed"),
        ["SY-05 NULs"] = (() => new byte[4096], "not UTF-8"),
        ["SY-05 cut in mid-tag"] = Text(Good[..(Good.Length / 2)], "not well-formed"),
        ["SY-06 too large"] = (() => Encoding.UTF8.GetBytes(Good.PadRight(WireLimits.Default.MaxBytes + 1)), "larger than"),
        ["SY-09 DOCTYPE"] = Text("<!DOCTYPE SyncML>" + Good, "document type definition"),
        ["SY-10 external entity"] = Text(
            "<!DOCTYPE SyncML [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Body("<Get><CmdID>&e;</CmdID></Get>"),
            "document type definition"
        ),
        ["SY-12 entities in entities"] = Text(Laughs(), "document type definition"),
        ["SY-14 parameter entity"] = Text(
            "<!DOCTYPE SyncML [<!ENTITY % p SYSTEM \"\\\\host\\share\">%p;]>" + Good,
            "document type definition"
        ),
        ["undeclared entity"] = Text(Body("<Get><CmdID>&e;</CmdID></Get>"), "not well-formed"),
        ["undeclared entity behind a text"] = HeaderWith(WireText.Device, WireText.Device + "&e;", "not well-formed"),
        ["a text that ends in half a reference"] = Text(Body($"<Get><CmdID>{new string('1', 5000)}&#x"), "not well-formed"),
        ["SY-15 depth 33"] = Text(Body(Nested(31)), "nested deeper than 32"),
        ["SY-15 depth 100,000"] = Text(Body(Nested(100_000)), "nested deeper than 32"),
        ["depth of groups"] = Text(
            Body(string.Concat(Enumerable.Repeat("<Atomic>", 40)) + string.Concat(Enumerable.Repeat("</Atomic>", 40))),
            "nested deeper than 32"
        ),
        ["SY-16 65 attributes"] = Text(Body($"<Get {Attributes(65)}/>"), "more than 64 attributes"),
        ["SY-16 50,000 attributes"] = Text(Body($"<Get {Attributes(50_000)}/>"), "more than 64 attributes"),
        ["SY-17 a long element name"] = Text(Body($"<{new string('n', 500_000)}/>"), "name is longer than 64"),
        ["SY-18 20,000 namespaces"] = Text(
            Body($"<Get {string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"xmlns:n{i}='u'"))}/>"),
            "more than 64 attributes"
        ),
        ["SY-19 UTF-16 with mark"] = (() => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Good)], "not UTF-8"),
        ["SY-19 UTF-16 without mark"] = (() => Encoding.BigEndianUnicode.GetBytes(Good), "not UTF-8"),
        ["SY-20 UTF-32BE"] = (() => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetBytes(Good), "not UTF-8"),
        ["SY-21 declared UTF-7"] = Text("<?xml version='1.0' encoding='utf-7'?>" + Body("<Get><CmdID>+ADw-script+AD4-</CmdID></Get>"), ""),
        ["SY-22 declared Latin-1"] = Text("<?xml version='1.0' encoding='iso-8859-1'?>" + Good, "encoding other than UTF-8"),
        ["SY-22 declared UTF-16"] = Text("<?xml version='1.0' encoding='utf-16'?>" + Good, ""),
        ["SY-22 overlong"] = (() => [.. Encoding.UTF8.GetBytes(Root), 0xC0, 0xBC], "not UTF-8"),
        ["SY-22 surrogates as bytes"] = (() => [.. Encoding.UTF8.GetBytes(Root), 0xED, 0xA0, 0x80], "not UTF-8"),
        ["SY-22 NUL reference"] = Text(Body("<Get><CmdID>&#0;</CmdID></Get>"), "not well-formed"),
        ["SY-22 surrogate reference"] = Text(Body("<Get><CmdID>&#xD800;</CmdID></Get>"), "not well-formed"),
        ["SY-22 XML 1.1"] = Text("<?xml version='1.1'?>" + Good, "not well-formed"),
        ["SY-23 two headers"] = Text($"{Root}{Header}{Header}<SyncBody><Final/></SyncBody></SyncML>", "two SyncHdr"),
        ["SY-23 body before header"] = Text($"{Root}<SyncBody><Final/></SyncBody>{Header}</SyncML>", "must precede SyncBody"),
        ["SY-23 two bodies"] = Text($"{Root}{Header}<SyncBody/><SyncBody/></SyncML>", "SyncBody must be the last"),
        ["SY-23 header behind the body"] = Text($"{Root}{Header}<SyncBody/>{Header}</SyncML>", "SyncBody must be the last"),
        ["SY-23 no body"] = Text($"{Root}{Header}</SyncML>", "no SyncBody"),
        ["SY-23 two roots"] = Text(Good + Good, "not well-formed"),
        ["SY-23 junk after the root"] = Text(Good + "junk", "not well-formed"),
        ["an element other than the two"] = Text($"{Root}<Junk/>{Header}<SyncBody/></SyncML>", "Only SyncHdr and SyncBody"),
        ["text between elements"] = Text(Body("junk<Final/>"), "Text is not allowed between elements"),
        ["an element inside a name"] = Text(Body("<Get><CmdID>1<b/></CmdID></Get>"), "element is not allowed in text"),
        ["an element inside a value"] = Text(
            Body("<Get><CmdID>1</CmdID><Item><Data>1<b/></Data></Item></Get>"),
            "element is not allowed in text"
        ),
        ["SY-24 two Source"] = HeaderWith("</SyncHdr>", "<Source><LocURI>other</LocURI></Source></SyncHdr>", "Source is duplicate"),
        ["SY-24 two LocURI"] = HeaderWith("</LocURI></Source>", "</LocURI><LocURI>other</LocURI></Source>", "LocURI is duplicate"),
        ["SY-24 no Source"] = HeaderWith($"<Source><LocURI>{WireText.Device}</LocURI></Source>", "", "no Source"),
        ["SY-24 empty Source"] = HeaderWith(WireText.Device, " ", "no Source"),
        ["SY-24 Source in another namespace"] = HeaderWith("<Source>", "<Source xmlns=\"urn:x\">", "no Source"),
        ["SY-25 namespace 1.1"] = Text(Good.Replace("SYNCML1.2", "SYNCML1.1", StringComparison.Ordinal), "is not SyncML 1.2"),
        ["SY-25 namespace in lower case"] = Text(
            Good.Replace("SYNCML:SYNCML1.2", "syncml:syncml1.2", StringComparison.Ordinal),
            "is not SyncML 1.2"
        ),
        ["another root"] = Text("<html/>", "is not SyncML 1.2"),
        ["SY-27 VerDTD"] = HeaderWith("<VerDTD>1.2<", "<VerDTD>9.9<", "version is not 1.2"),
        ["SY-27 no VerDTD"] = HeaderWith("<VerDTD>1.2</VerDTD>", "", "version is not 1.2"),
        ["SY-28 VerProto"] = HeaderWith("DM/1.2", "DM/1.1", "version is not 1.2"),
        ["SY-29 SessionID empty"] = HeaderWith("<SessionID>7<", "<SessionID><", "SessionID is missing"),
        ["SY-29 SessionID missing"] = HeaderWith("<SessionID>7</SessionID>", "", "SessionID is missing"),
        ["SY-29 SessionID long"] = HeaderWith("<SessionID>7<", $"<SessionID>{new string('7', 1024)}<", "SessionID is missing"),
        ["SY-29 SessionID in SQL"] = HeaderWith("<SessionID>7<", "<SessionID>7' OR '1<", "SessionID is missing"),
        ["SY-34 MsgID 0"] = MessageId("0"),
        ["SY-34 MsgID -1"] = MessageId("-1"),
        ["SY-34 MsgID 10^20"] = MessageId("100000000000000000000"),
        ["SY-34 MsgID 2^31"] = MessageId("2147483648"),
        ["SY-34 MsgID full-width"] = MessageId("１"),
        ["SY-34 MsgID 0x1"] = MessageId("0x1"),
        ["SY-34 MsgID +1"] = MessageId("+1"),
        ["SY-34 MsgID missing"] = HeaderWith("<MsgID>1</MsgID>", "", "MsgID is missing"),
        ["SY-43 10,000 statuses"] = Text(Body(string.Concat(Enumerable.Repeat("<Status><CmdID>1</CmdID></Status>", 10_000))), "more than"),
        ["1,000 commands"] = Text(Body(string.Concat(Enumerable.Repeat("<Get/>", 1000))), "more than 999 commands"),
        ["SY-44 12,000 items"] = Text(
            Body($"<Replace>{string.Concat(Enumerable.Repeat("<Item/>", 12_000))}</Replace>"),
            "more than 4000 elements"
        ),
        ["SY-45 a LocURI of 5 KB"] = Text(
            Body($"<Replace><CmdID>1</CmdID><Item><Source><LocURI>{new string('a', 5000)}</LocURI></Source></Item></Replace>"),
            "longer than 4096"
        ),
        ["SY-46 a command after Final"] = Text(Body("<Final/><Get/>"), "Final must be the last"),
        ["two Final"] = Text(Body("<Final/><Final/>"), "Final must be the last"),
        ["two CmdID"] = Text(Body("<Get><CmdID>1</CmdID><CmdID>2</CmdID></Get>"), "CmdID is duplicate"),
        ["two Data in a status"] = Text(Body("<Status><Data>500</Data><Data>200</Data></Status>"), "Data is duplicate"),
        ["two Data in an item"] = Text(Body("<Alert><Item><Data>a</Data><Data>b</Data></Item></Alert>"), "Data is duplicate"),
        ["two types"] = Text(Body("<Alert><Item><Meta><Type>a</Type></Meta><Type>b</Type></Item></Alert>"), "Type is duplicate"),
        ["an id of 1 KB"] = Text(Body($"<Get><CmdID>{new string('1', 1024)}</CmdID></Get>"), "id is longer than 64"),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_RejectsMessageWithReason(string name)
    {
        var (bytes, reason) = Table[name];
        var error = Assert.Throws<SyncMLFormatException>(() => SyncMLReader.Read(bytes()));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);

        // Reasons are logged, so they must be short and must not repeat content of the message.
        Assert.InRange(error.Message.Length, 1, 120);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public void Read_JoinsManyTextPartsInLinearTime()
    {
        // With quadratic joining, this test would copy about 35 GB and not finish.
        var value = string.Concat(Enumerable.Repeat("x<!---->", 260_000));
        var message = WireText.Read(Body($"<Get><CmdID>1</CmdID><Item><Data>{value}</Data></Item></Get>"));
        Assert.Equal(260_000, ((SyncCommand.Get)message.Commands[0]).Items[0].Data!.Length);
    }

    [Fact]
    public void Read_AcceptsLargeValue()
    {
        var value = new string('v', 1024 * 1024);
        var message = WireText.Read(Body($"<Get><CmdID>1</CmdID><Item><Data>{value}</Data></Item></Get>"));
        Assert.Equal(value, ((SyncCommand.Get)message.Commands[0]).Items[0].Data);
    }

    [Fact]
    public void Read_EnforcesSpecifiedLimits()
    {
        var limits = new WireLimits { MaxBytes = 64 };
        Assert.Contains(
            "larger than 64",
            Assert.Throws<SyncMLFormatException>(() => SyncMLReader.Read(Encoding.UTF8.GetBytes(Good), limits)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_AcceptsPartOfBuffer()
    {
        var bytes = Encoding.UTF8.GetBytes("junk" + Good + "junk");
        Assert.Equal(Dump.Of(WireText.Read(Good)), Dump.Of(SyncMLReader.Read(bytes.AsMemory(4, bytes.Length - 8))));
    }

    private static string Body(string body) => WireText.Envelope(Header, body);

    private static (Func<byte[]>, string) Text([StringSyntax(StringSyntaxAttribute.Xml)] string text, string reason) =>
        (() => Encoding.UTF8.GetBytes(text), reason);

    private static (Func<byte[]>, string) HeaderWith(string old, string replacement, string reason)
    {
        var header = Header.Replace(old, replacement, StringComparison.Ordinal);
        return header == Header
            ? throw new InvalidOperationException($"'{old}' is not in the header.")
            : Text(WireText.Envelope(header, "<Final/>"), reason);
    }

    private static (Func<byte[]>, string) MessageId(string id) => HeaderWith("<MsgID>1<", $"<MsgID>{id}<", "MsgID is missing");

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    private static string Attributes(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"a{i}='1'"));

    private static string Laughs() =>
        "<!DOCTYPE SyncML [<!ENTITY a0 \"lol\">"
        + string.Concat(Enumerable.Range(1, 10).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"))
        + "]>"
        + WireText.Device1("<Get><CmdID>&a10;</CmdID></Get>");
}
