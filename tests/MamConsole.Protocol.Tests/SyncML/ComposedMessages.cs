using System.Text;

namespace MamConsole.Tests.Protocol.SyncML;

/// <summary>
/// Messages in the forms of Windows, other clients, other servers and the specifications. They are composed from docs/reference/protocol.md
/// §3 with other names, ids and values. They are not written by this product's writer, because the same mistake in reader and writer would
/// not be detected.
/// </summary>
internal static class ComposedMessages
{
    public const string Server = "https://sync.northwind.example/dm/e/40f2";
    public const string Device = "C0FFEE0011223344C0FFEE0055667788";

    private const string Facts =
        "<Item><Source><LocURI>./DevInfo/DevId</LocURI></Source><Data>"
        + Device
        + "</Data></Item><Item><Source><LocURI>./DevInfo/Man</LocURI></Source><Data>Tailspin Works</Data></Item>"
        + "<Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>Slate "
        + "9</Data></Item><Item><Source><LocURI>./DevInfo/DmV</LocURI></Source><Data>1.3</Data></Item>"
        + "<Item><Source><LocURI>./DevInfo/Lang</LocURI></Source><Data>nb-NO</Data></Item>";

    private const string Login =
        "<Alert><CmdID>3</CmdID><Data>1224</Data><Item><Meta><Type "
        + "xmlns=\"syncml:metinf\">com.microsoft/MDM/LoginStatus</Type></Meta><Data>user</Data></Item></Alert>";

    private const string Credential =
        "<Cred><Meta><Format xmlns=\"syncml:metinf\">b64</Format><Type "
        + "xmlns=\"syncml:metinf\">syncml:auth-md5</Type></Meta><Data>Q09NUE9TRURfRElHRVNUIQ==</Data></Cred>";

    /// <summary>Package 1 in the compact form of Windows 11.</summary>
    public static readonly string Package1 = Compact(
        "21",
        "1",
        "",
        "",
        "<Alert><CmdID>2</CmdID><Data>1201</Data></Alert>" + Login + $"<Replace><CmdID>4</CmdID>{Facts}</Replace><Final/>"
    );

    /// <summary>
    /// Package 1 repeated after a challenge: with a status, a name in addition to the device's address, and a credential.
    /// </summary>
    public static readonly string ChallengedPackage1 = Compact(
        "22",
        "2",
        "<LocName>shelf-pc</LocName>",
        Credential,
        "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status><Alert><CmdID>2</CmdID><Data>1201</Data></Alert>"
            + Login
            + $"<Replace><CmdID>4</CmdID>{Facts}</Replace><Final/>"
    );

    /// <summary>The abort of a client with results that exceed the server's maximum message size.</summary>
    public static readonly string Abort = Compact(
        "23",
        "4",
        "<LocName>shelf-pc</LocName>",
        Credential,
        "<Status><CmdID>1</CmdID><MsgRef>3</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status><Alert><CmdID>2</CmdID><Data>1223</Data></Alert><Final/>"
    );

    /// <summary>Results in the compact form of Windows 11, after a challenge.</summary>
    public static readonly string Results = Compact(
        "24",
        "3",
        "<LocName>shelf-pc</LocName>",
        Credential,
        "<Status><CmdID>1</CmdID><MsgRef>2</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status><Status><CmdID>2</CmdID><MsgRef>2</MsgRef><CmdRef>7</CmdRef><Cmd>Get</Cmd>"
            + "<Data>200</Data></Status><Results><CmdID>3</CmdID><MsgRef>2</MsgRef><CmdRef>7</CmdRef><Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>Slate 9</Data></Item></Results><Final/>"
    );

    /// <summary>Package 1 of an unenrolling device: Windows writes Type before Format, and a mark.</summary>
    public static readonly string Unenrollment = Compact(
        "25",
        "1",
        "",
        "",
        "<Alert><CmdID>2</CmdID><Data>1201</Data></Alert>"
            + Login
            + "<Alert><CmdID>4</CmdID><Data>1226</Data><Item><Meta><Type "
            + "xmlns=\"syncml:metinf\">com.microsoft:mdm.unenrollment.userrequest</Type><Format xmlns=\"syncml:metinf\">int</Format>"
            + $"<Mark xmlns=\"syncml:metinf\">critical</Mark></Meta><Data>1</Data></Item></Alert><Replace><CmdID>5</CmdID>{Facts}</Replace><Final/>"
    );

    /// <summary>Package 1 of an emulated client: no namespace, tabs, DevInfo in another order.</summary>
    public const string WithoutNamespace =
        "<SyncML>\n\t<SyncHdr>\n\t\t<VerDTD>1.2</VerDTD>\n\t\t<VerProto>DM/1.2</VerProto>\n\t\t<SessionID>3</SessionID>\n\t\t<MsgID>1</MsgID>\n\t\t<Target>\n\t\t\t<LocURI>"
        + Server
        + "</LocURI>\n\t\t</Target>\n\t\t<Source>\n\t\t\t<LocURI>NineByFive</LocURI>\n\t\t</Source>\n\t</SyncHdr>\n\t<SyncBody>\n\t\t<Alert>\n\t\t\t<CmdID>1</CmdID>\n\t\t\t<Data>1201</Data>\n\t\t</Alert>\n"
        + "\t\t<Replace>\n\t\t\t<CmdID>2</CmdID>   "
        + "\n\t\t\t<Item><Source><LocURI>./DevInfo/Lang</LocURI></Source><Data>nb-NO</Data></Item>\n"
        + "\t\t\t<Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>Test "
        + "bench</Data></Item>\n\t\t\t<Item><Source><LocURI>./DevInfo/DevId</LocURI></Source><Data>NineByFive</Data></Item>\n"
        + "\t\t</Replace>\n\t\t<Final/>\n\t</SyncBody>\n</SyncML>\n";

    /// <summary>The smallest response of a server: a declaration, indentation, statuses only.</summary>
    public const string StatusesOnly = """
        <?xml version="1.0" encoding="UTF-8"?>
          <SyncML xmlns="SYNCML:SYNCML1.2">
            <SyncHdr>
              <VerDTD>1.2</VerDTD>
              <VerProto>DM/1.2</VerProto>
              <SessionID>21</SessionID>
              <MsgID>1</MsgID>
              <Target><LocURI>C0FFEE0011223344C0FFEE0055667788</LocURI></Target>
              <Source><LocURI>https://sync.northwind.example/dm/e/40f2</LocURI></Source>
            </SyncHdr>
            <SyncBody>
              <Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>
              <Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Alert</Cmd><Data>200</Data></Status>
              <Status><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>3</CmdRef><Cmd>Alert</Cmd><Data>200</Data></Status>
              <Status><CmdID>4</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Cmd>Replace</Cmd><Data>200</Data></Status>
              <Final />
            </SyncBody>
          </SyncML>

        """;

    /// <summary>
    /// The first reads of an MDM server, most of them outside of the providers for MAM. The header contains a maximum message size.
    /// </summary>
    public const string FirstReadsOfMdm = """
        <?xml version="1.0" encoding="utf-8"?>
        <SyncML xmlns="SYNCML:SYNCML1.2">
          <SyncHdr>
            <VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>21</SessionID><MsgID>1</MsgID>
            <Target><LocURI>C0FFEE0011223344C0FFEE0055667788</LocURI></Target>
            <Source><LocURI>https://sync.northwind.example/dm/e/40f2</LocURI></Source>
            <Meta><MaxMsgSize xmlns="syncml:metinf">300000</MaxMsgSize></Meta>
          </SyncHdr>
          <SyncBody>
            <Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>
            <Get><CmdID>2</CmdID><Item><Target><LocURI>./Vendor/MSFT/NodeCache/Northwind%20DM</LocURI></Target></Item></Get>
            <Get><CmdID>3</CmdID><Item><Target><LocURI>./Vendor/MSFT/NodeCache/Northwind%20DM/CacheVersion</LocURI></Target></Item></Get>
            <Get><CmdID>4</CmdID><Item><Target><LocURI>./DevDetail/HwV</LocURI></Target></Item></Get>
            <Get><CmdID>5</CmdID><Item><Target><LocURI>./DevDetail/Ext/Microsoft/DeviceName</LocURI></Target></Item></Get>
            <Get><CmdID>6</CmdID><Item><Target><LocURI>./Vendor/MSFT/WindowsLicensing/Edition</LocURI></Target></Item></Get>
            <Get><CmdID>7</CmdID><Item><Target><LocURI>./Vendor/MSFT/DeviceStatus/OS/Edition</LocURI></Target></Item></Get>
            <Final />
          </SyncBody>
        </SyncML>
        """;

    /// <summary>Results as printed in MS-MDM: all statuses first, a Cmd inside Results, comments, one value without a format.</summary>
    public const string ResultsWithCmd = """
        <SyncML xmlns="SYNCML:SYNCML1.2">
        <SyncHdr>
        <VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>5</SessionID><MsgID>2</MsgID>
        <Target><LocURI>https://sync.northwind.example/dm</LocURI></Target>
        <Source><LocURI>{an id of the device}</LocURI></Source>
        </SyncHdr>
        <SyncBody>
        <Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>
        <Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>8</CmdRef><Cmd>Get</Cmd><Data>200</Data></Status>
        <Status><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>9</CmdRef><Cmd>Get</Cmd><Data>200</Data></Status>
        <Results>
        <CmdID>4</CmdID><MsgRef>1</MsgRef><CmdRef>8</CmdRef><Cmd>Get</Cmd>
        <Item><Source><LocURI>./DevDetail/FwV</LocURI></Source><Meta><Format xmlns="syncml:metinf">chr</Format></Meta><Data>[firmware]</Data></Item>
        </Results>
        <Results>
        <CmdID>5</CmdID><MsgRef>1</MsgRef><CmdRef>9</CmdRef><Cmd>Get</Cmd>
        <Item><Source><LocURI>./DevDetail/OEM</LocURI></Source>
        <!-- the server does not interpret it -->
        <Data>[maker]</Data></Item>
        </Results>
        <Final />
        </SyncBody>
        </SyncML>
        """;

    /// <summary>Statuses as printed by OMA: the namespace in single quotes, the children in varying order, comments between them.</summary>
    public const string StatusesInAnyOrder = """
        <SyncML xmlns='SYNCML:SYNCML1.2'>
          <SyncHdr>
            <VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>8</SessionID><MsgID>2</MsgID>
            <Target> <LocURI>http://dm.tailspin.example/server</LocURI> </Target>
            <Source><LocURI>IMEI:990000862471854</LocURI></Source>
          </SyncHdr>
          <SyncBody>
            <Status><MsgRef>1</MsgRef><CmdID>1</CmdID><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><!-- accepted --><Data>212</Data></Status>
            <Status><MsgRef>1</MsgRef><CmdID>2</CmdID><CmdRef>1</CmdRef><Cmd>Sequence</Cmd><Data>200</Data></Status>
            <Status><MsgRef>1</MsgRef><CmdRef>3</CmdRef><CmdID>3</CmdID><Cmd>Alert</Cmd><Data>200</Data></Status>
            <Status><MsgRef>1</MsgRef><CmdRef>6</CmdRef><CmdID>4</CmdID><Cmd>Replace</Cmd> <TargetRef>./settings/mail/Work</TargetRef><!-- added --><Data>200</Data></Status>
            <Final/>
          </SyncBody>
        </SyncML>
        """;

    /// <summary>
    /// A server's Sequence as printed by OMA: Meta is in the command, an item is empty, a comment is in place of the value.
    /// </summary>
    public const string MetaOnTheCommand = """
        <SyncML xmlns='SYNCML:SYNCML1.2'>
          <SyncHdr>
            <VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>8</SessionID><MsgID>1</MsgID>
            <Target><LocURI>IMEI:990000862471854</LocURI></Target>
            <Source><LocURI>http://dm.tailspin.example/server</LocURI></Source>
            <Cred> <!-- of the server -->
              <Meta><Type xmlns="syncml:metinf">syncml:auth-basic</Type><Format xmlns='syncml:metinf'>b64</Format> </Meta>
              <Data><!-- user and password --></Data>
            </Cred>
          </SyncHdr>
          <SyncBody>
            <Status><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><CmdID>6</CmdID><TargetRef>http://dm.tailspin.example/server</TargetRef><SourceRef>IMEI:990000862471854</SourceRef><Data>212</Data></Status>
            <Sequence>
              <CmdID>1</CmdID>
              <Alert><CmdID>2</CmdID><Data>1101</Data> <!-- a question --> <Item></Item><Item><Data>Add the account?</Data></Item></Alert>
              <Replace>
                <CmdID>3</CmdID>
                <Meta><Format xmlns="syncml:metinf">b64</Format><Type xmlns="syncml:metinf">
                    application/vnd.tailspin.mail-settings </Type></Meta>
                <Item><!-- the settings --><Target><LocURI>./settings/mail/Work</LocURI></Target><Data><!-- the document --></Data></Item>
              </Replace>
            </Sequence>
            <Final/>
          </SyncBody>
        </SyncML>
        """;

    /// <summary>All messages that the reader must accept, by name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Readable = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(Package1)] = Package1,
        [nameof(ChallengedPackage1)] = ChallengedPackage1,
        [nameof(Abort)] = Abort,
        [nameof(Results)] = Results,
        [nameof(Unenrollment)] = Unenrollment,
        [nameof(WithoutNamespace)] = WithoutNamespace,
        [nameof(StatusesOnly)] = StatusesOnly,
        [nameof(FirstReadsOfMdm)] = FirstReadsOfMdm,
        [nameof(ResultsWithCmd)] = ResultsWithCmd,
        [nameof(StatusesInAnyOrder)] = StatusesInAnyOrder,
        [nameof(MetaOnTheCommand)] = MetaOnTheCommand,
    };

    /// <summary>
    /// Well-formed XML that is not a SyncML 1.2 message: the namespace of another version, or an outline with dots for omitted parts.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> NotMessages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["namespace 1.1"] = Package1.Replace("SYNCML1.2\">", "SYNCML1.1\">", StringComparison.Ordinal),
        ["dots for the body"] = Compact("26", "1", "", "", "\n  ...\n  "),
        ["dots inside a command"] = Compact("26", "1", "", "", "<Get><CmdID>2</CmdID>...</Get><Final/>"),
    };

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Compact(string session, string message, string name, string credential, string body) =>
        $"<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>{session}</SessionID><MsgID>{message}</MsgID>"
        + $"<Target><LocURI>{Server}</LocURI></Target><Source><LocURI>{Device}</LocURI>{name}</Source>{credential}</SyncHdr><SyncBody>{body}</SyncBody></SyncML>";
}
