using System.Text;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Tests.Protocol.SyncML;

namespace MamConsole.Tests.Protocol;

/// <summary>
/// Messages of clients and what becomes of each here: what it opens or means, or the stated reason for which it is refused. The messages
/// are composed; where
/// the recorded and printed ones stand beside the checkout, each of them is read too.
/// </summary>
public sealed class ClientCaptureTests
{
    private const string Body = "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>";

    private const string Log =
        "<Results><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Item><Source><LocURI>./Vendor/MSFT/Reporting/EnterpriseDataProtection/RetrieveByCount/Logs</LocURI></Source><Data>";

    /// <summary>A composed message of a client, its kind as in the index of recorded messages, and its outcome.</summary>
    private static readonly Dictionary<string, (string Kind, string Text, string Outcome)> Composed = new(StringComparer.Ordinal)
    {
        ["package 1"] = ("syncml", ComposedMessages.Package1, "opens a session; login User"),
        ["package 1 after a challenge"] = ("syncml", ComposedMessages.ChallengedPackage1, "opens a session; login User"),
        ["package 1 of an unenrolling device"] = ("syncml", ComposedMessages.Unenrollment, "opens a session; leaves; login User"),
        ["package 1 without a namespace"] = ("syncml", ComposedMessages.WithoutNamespace, "opens a session"),
        ["an abort"] = ("syncml", ComposedMessages.Abort, "is out of place"),
        ["results"] = ("syncml", ComposedMessages.Results, "is out of place"),
        ["results with Cmd"] = ("syncml", ComposedMessages.ResultsWithCmd, "is out of place"),
        ["statuses in any order"] = ("syncml", ComposedMessages.StatusesInAnyOrder, "is out of place"),
        ["a fragment with the alert of a client's session"] = (
            "fragment",
            "<SyncBody>\n<Alert>\n<CmdID>6</CmdID>\n<Data>1201</Data> <!-- by the client -->\n</Alert>\n...\n</SyncBody>",
            "opens a session"
        ),
        ["a fragment with a status"] = ("fragment", $"<SyncBody>\n{Body}\n...\n</SyncBody>", "is out of place"),
        ["a fragment whose type stands outside its meta"] = (
            "fragment",
            "<SyncBody>\n<Alert><CmdID>6</CmdID><Data>1224</Data><Item><Meta></Meta><Type "
                + "xmlns=\"syncml:metinf\">com.microsoft.mdm.synctype</Type><Data>mixed</Data></Item></Alert>\n...\n</SyncBody>",
            "is out of place"
        ),
        ["a sketch"] = (
            "syncml",
            ComposedMessages.NotMessages["dots for the body"],
            "refused: There is text where only elements may stand."
        ),
        ["typographic quotes"] = (
            "syncml",
            ComposedMessages.ChallengedPackage1.Replace(
                "xmlns=\"syncml:metinf\">syncml",
                "xmlns=’syncml:metinf’>syncml",
                StringComparison.Ordinal
            ),
            "refused: The XML is not well-formed"
        ),
        ["a log with a second declaration"] = (
            "syncml",
            WireText.Device1(
                $"{Body}{Log}<?xml version=\"1.0\"?><Reporting "
                    + "Version=\"com.northwind/2.0/MDM/Reporting\"/></Data></Item></Results><Final/>"
            ),
            "refused: The XML is not well-formed"
        ),
        ["a header without anything"] = (
            "syncml",
            $"<SyncML><SyncHdr/><SyncBody>{Body}<Final/></SyncBody></SyncML>",
            "refused: The version is not 1.2."
        ),
        ["a discovery"] = (
            "soap",
            """
            <s:Envelope xmlns:a="http://www.w3.org/2005/08/addressing" xmlns:s="http://www.w3.org/2003/05/soap-envelope">
              <s:Header>
                <a:Action s:mustUnderstand="1">http://schemas.microsoft.com/windows/management/2012/01/enrollment/IDiscoveryService/Discover</a:Action>
                <a:MessageID>urn:uuid:6f6e1c52-6f0e-4a3e-9a55-77de9a2a7f3d</a:MessageID>
                <a:To s:mustUnderstand="1">https://sync.northwind.example/discover</a:To>
              </s:Header>
              <s:Body>
                <Discover xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment">
                  <request><EmailAddress>ada@northwind.example</EmailAddress><RequestVersion>4.0</RequestVersion><OSEdition>48</OSEdition></request>
                </Discover>
              </s:Body>
            </s:Envelope>
            """,
            "fault MessageFormat: The action is another."
        ),
        ["an enrollment with a password"] = (
            "soap",
            """
            <s:Envelope xmlns:a="http://www.w3.org/2005/08/addressing" xmlns:s="http://www.w3.org/2003/05/soap-envelope"
                xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" xmlns:wst="http://docs.oasis-open.org/ws-sx/ws-trust/200512">
              <s:Header>
                <a:Action s:mustUnderstand="1">http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep</a:Action>
                <a:MessageID>urn:uuid:6f6e1c52-6f0e-4a3e-9a55-77de9a2a7f3d</a:MessageID>
                <wsse:Security s:mustUnderstand="1"><wsse:UsernameToken><wsse:Username>ada</wsse:Username><wsse:Password>not a real one</wsse:Password></wsse:UsernameToken></wsse:Security>
              </s:Header>
              <s:Body><wst:RequestSecurityToken/></s:Body>
            </s:Envelope>
            """,
            "fault Authentication: A user name and password are no way in."
        ),
    };

    /// <summary>The number of each recorded or printed message, and its outcome.</summary>
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["001"] = "opens a session; login User",
        ["002"] = "opens a session; login User",
        ["005"] = "is out of place",
        ["007"] = "is out of place",
        ["009"] = "opens a session; leaves; login User",
        ["010"] = "opens a session; login User",
        ["014"] = "fault MessageFormat: The action is another.",
        ["015"] = "fault Authentication: A user name and password are no way in.",
        ["019"] = "opens a session",
        ["025"] = "opens a session",
        ["028"] = "opens a session; login User",
        ["030"] = "is out of place",
        ["032"] = "opens a session",
        ["038"] = "is out of place",
        ["039"] = "is out of place",
        ["040"] = "is out of place",
        ["041"] = "is out of place",
        ["048"] = "opens a session",
        ["050"] = "is out of place",
        ["052"] = "opens a session",
        ["054"] = "is out of place",
        ["058"] = "refused: There is text where only elements may stand.",
        ["060"] = "refused: The XML is not well-formed",
        ["062"] = "refused: The XML is not well-formed",
        ["068"] = "refused: The XML is not well-formed",
        ["091"] = "refused: The version is not 1.2.",
        ["092"] = "refused: The version is not 1.2.",
    };

    public static TheoryData<string> Names => [.. Composed.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_composed_message_is_accepted_or_rejected_for_a_stated_reason(string name)
    {
        var (kind, text, outcome) = Composed[name];
        Assert.Equal(outcome, Outcome(kind, Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Every_message_of_a_client_is_accepted_or_rejected_for_a_stated_reason()
    {
        // Reads the recorded messages when they are present.
        var kinds = RecordedMessagesFolder.Index("captures").Where(row => row[2] == "client").ToDictionary(row => row[0], row => row[3]);
        var read = RecordedMessagesFolder.Read("captures", kinds.Keys);
        if (RecordedMessagesFolder.IsPresent)
        {
            Assert.Equal(
                Table.Select(row => $"{row.Key} {row.Value}"),
                read.Select(file => $"{file.Name[..3]} {Outcome(kinds[file.Name], file.Bytes)}").Order(StringComparer.Ordinal)
            );
        }
    }

    private static string Outcome(string kind, byte[] bytes) =>
        kind switch
        {
            "soap" => OfEnrollment(bytes),
            "fragment" => OfSync(
                Encoding.UTF8.GetBytes(
                    WireText.Envelope(WireText.Header("7", "2", WireText.Server, WireText.Device), Inside(Encoding.UTF8.GetString(bytes)))
                )
            ),
            _ => OfSync(bytes),
        };

    private static string OfEnrollment(byte[] bytes)
    {
        try
        {
            return $"enrolls {EnrollmentRequestReader.Read(bytes).DeviceId.Length} characters";
        }
        catch (EnrollmentFormatException rejected)
        {
            return $"fault {rejected.Fault.Subcode.Split(':')[^1]}: {rejected.Message}";
        }
    }

    private static string OfSync(byte[] bytes)
    {
        try
        {
            var package = ServerSession.Receive(SyncMLReader.Read(bytes), "", null);
            string?[] parts =
            [
                package.Kind == PackageKind.NewSession ? "opens a session" : "is out of place",
                package.Aborts ? "gives up" : null,
                package.Unenrolls ? "leaves" : null,
                package.LoginStatus == LoginStatus.Absent ? null : $"login {package.LoginStatus}",
            ];
            return string.Join("; ", parts.OfType<string>());
        }
        catch (SyncMLFormatException rejected)
        {
            return $"refused: {rejected.Message.Split(" (line")[0]}";
        }
    }

    /// <summary>What stands in the fragment's SyncBody, without the dots that stand for the rest of it.</summary>
    private static string Inside(string fragment) =>
        fragment[(fragment.IndexOf('>') + 1)..fragment.IndexOf("</SyncBody>", StringComparison.Ordinal)]
            .Replace("\n...\n", "\n", StringComparison.Ordinal);
}
