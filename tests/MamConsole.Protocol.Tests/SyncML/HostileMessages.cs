using System.Text;

namespace MamConsole.Tests.Protocol.SyncML;

/// <summary>
/// Invalid messages, by the row of docs/reference/abuse-cases.md §3.1 that requires them. The codec must reject each of them, and the
/// endpoint must respond with HTTP 400 or 413 and store nothing; both test suites use this table.
/// </summary>
internal static class HostileMessages
{
    private const string Root = "<SyncML xmlns=\"SYNCML:SYNCML1.2\">";

    /// <summary>Returns the bytes of a row as the device would send them.</summary>
    /// <param name="id">The id of the row.</param>
    /// <param name="device">SyncHdr's Source.</param>
    public static IReadOnlyList<byte[]> Of(string id, string device)
    {
        var header = Header(device);
        var good = Message(header, "<Final/>");
        return id switch
        {
            "SY-09" => [Utf8("<!DOCTYPE SyncML>" + good)],
            "SY-10" => [External("file:///etc/passwd"), External("file:///c:/windows/win.ini")],
            "SY-11" => [External("http://127.0.0.1:9/x")],
            "SY-12" => [Utf8(Laughs(header))],
            "SY-13" => [Utf8($"<!DOCTYPE SyncML [<!ENTITY a \"{new string('a', 20_000)}\">]>" + Get(header, Repeat("&a;", 20_000)))],
            "SY-14" =>
            [
                Utf8("<!DOCTYPE SyncML [<!ENTITY % p SYSTEM \"\\\\host\\share\">%p;]>" + good),
                Utf8("<!DOCTYPE SyncML SYSTEM \"\\\\host\\share\\x.dtd\">" + good),
            ],
            "SY-15" => [Nested(65), Nested(20_000), Nested(100_000)],
            "SY-16" => [Utf8(Message(header, $"<Get {string.Join(' ', Enumerable.Range(0, 50_000).Select(i => $"a{i}='1'"))}/>"))],
            "SY-17" =>
            [
                Utf8(Message(header, $"<Get a='{new string('v', 900_000)}'/>")),
                Utf8(Message(header, $"<{new string('n', 500_000)}/>")),
            ],
            "SY-18" => [Utf8(Message(header, $"<Get {string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"xmlns:n{i}='u'"))}/>"))],
            "SY-19" =>
            [
                [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(good)],
                Encoding.Unicode.GetBytes(good),
                Encoding.BigEndianUnicode.GetBytes(good),
            ],
            "SY-20" => [new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetBytes(good)],
            "SY-21" => [Utf8("<?xml version='1.0' encoding='utf-7'?>" + Get(header, "+ADw-script+AD4-"))],
            "SY-22" =>
            [
                Utf8("<?xml version='1.0' encoding='iso-8859-1'?>" + good),
                Utf8("<?xml version='1.0' encoding='utf-16'?>" + good),
                Utf8("<?xml version='1.1'?>" + good),
                [.. Utf8(Root), 0xC0, 0xBC],
                [.. Utf8(Root), 0xED, 0xA0, 0x80],
                Utf8(Get(header, "&#0;")),
                Utf8(Get(header, "&#xD800;")),
            ],
            "SY-23" =>
            [
                Utf8($"{Root}{header}{header}<SyncBody><Final/></SyncBody></SyncML>"),
                Utf8($"{Root}<SyncBody><Final/></SyncBody>{header}</SyncML>"),
                Utf8(good + good),
                Utf8(good + "junk"),
            ],
            "SY-24" =>
            [
                With("</SyncHdr>", "<Source><LocURI>other</LocURI></Source></SyncHdr>"),
                With($"<LocURI>{device}</LocURI>", $"<LocURI>{device}</LocURI><LocURI>other</LocURI>"),
                With($"<Source><LocURI>{device}</LocURI></Source>", ""),
                With($"<LocURI>{device}</LocURI>", "<LocURI/>"),
            ],
            "SY-25" =>
            [
                Utf8(good.Replace("SYNCML:SYNCML1.2", "SYNCML:SYNCML1.1", StringComparison.Ordinal)),
                Utf8(
                    good.Replace("<SyncML ", "<x:SyncML xmlns:x='urn:x' ", StringComparison.Ordinal)
                        .Replace("</SyncML>", "</x:SyncML>", StringComparison.Ordinal)
                ),
            ],
            "SY-27" => [With("<VerDTD>1.2<", "<VerDTD>9.9<")],
            "SY-28" => [With("DM/1.2", "DM/1.1")],
            "SY-29" =>
            [
                With("<SessionID>7<", "<SessionID><"),
                With("<SessionID>7<", $"<SessionID>{new string('7', 1024)}<"),
                With("<SessionID>7<", "<SessionID>7' OR '1'='1<"),
            ],
            "SY-34" =>
            [
                .. new[] { "0", "-1", "100000000000000000000", "１", "0x1", "" }.Select(number => With("<MsgID>1<", $"<MsgID>{number}<")),
            ],
            "SY-43" =>
            [
                Utf8(
                    Message(
                        header,
                        Repeat(
                            "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>1001</CmdRef><Cmd>Replace</Cmd><Data>200</Data></Status>",
                            10_000
                        )
                    )
                ),
            ],
            "SY-44" =>
            [
                Utf8(
                    Message(
                        header,
                        $"<Replace><CmdID>2</CmdID>{Repeat("<Item><Source><LocURI>./DevInfo/Mod</LocURI></Source></Item>", 12_000)}</Replace>"
                    )
                ),
            ],
            "SY-45" =>
            [
                Utf8(Message(header, $"<Replace><CmdID>2</CmdID><Item><Source><LocURI>./DevInfo/&#0;</LocURI></Source></Item></Replace>")),
            ],
            "SY-46" =>
            [
                Utf8(Message(header, "<Final/><Get><CmdID>2</CmdID></Get>")),
                Utf8(Message(header, "<Get><CmdID>2</CmdID><CmdID>3</CmdID></Get>")),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, "The table has no such row."),
        };

        byte[] With(string old, string replacement) =>
            header.Contains(old, StringComparison.Ordinal)
                ? Utf8(Message(header.Replace(old, replacement, StringComparison.Ordinal), "<Final/>"))
                : throw new InvalidOperationException($"'{old}' is not in the header.");

        byte[] External(string address) => Utf8($"<!DOCTYPE SyncML [<!ENTITY e SYSTEM \"{address}\">]>" + Get(header, "&e;"));

        byte[] Nested(int depth) => Utf8(Message(header, Repeat("<a>", depth) + Repeat("</a>", depth)));
    }

    /// <summary>Returns the header of a device's message.</summary>
    public static string Header(string device, string messageId = "1") =>
        $"<SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>7</SessionID><MsgID>{messageId}</MsgID>"
        + $"<Target><LocURI>https://mam.contoso.example/mam/sync</LocURI></Target><Source><LocURI>{device}</LocURI></Source></SyncHdr>";

    public static string Message(string header, string body) => $"{Root}{header}<SyncBody>{body}</SyncBody></SyncML>";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Get(string header, string id) => Message(header, $"<Get><CmdID>{id}</CmdID></Get><Final/>");

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Laughs(string header) =>
        "<!DOCTYPE SyncML [<!ENTITY a0 \"lol\">"
        + string.Concat(Enumerable.Range(1, 10).Select(i => $"<!ENTITY a{i} \"{Repeat($"&a{i - 1};", 10)}\">"))
        + "]>"
        + Get(header, "&a10;");
}
