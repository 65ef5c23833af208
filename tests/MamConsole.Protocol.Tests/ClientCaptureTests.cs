using System.Text;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Tests.Protocol.SyncML;

namespace MamConsole.Tests.Protocol;

/// <summary>
/// Messages of clients with their outcomes: the session that the message opens, or the reason for its rejection. The messages are composed.
/// When recorded and printed messages exist next to the checkout, each of them is read too.
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
        ["package 1 of an unenrolling device"] = ("syncml", ComposedMessages.Unenrollment, "opens a session; unenrolls; login User"),
        ["package 1 without a namespace"] = ("syncml", ComposedMessages.WithoutNamespace, "opens a session"),
        ["an abort"] = ("syncml", ComposedMessages.Abort, "is out of sequence"),
        ["results"] = ("syncml", ComposedMessages.Results, "is out of sequence"),
        ["results with Cmd"] = ("syncml", ComposedMessages.ResultsWithCmd, "is out of sequence"),
        ["statuses in any order"] = ("syncml", ComposedMessages.StatusesInAnyOrder, "is out of sequence"),
        ["a fragment with the alert of a client's session"] = (
            "fragment",
            "<SyncBody>\n<Alert>\n<CmdID>6</CmdID>\n<Data>1201</Data> <!-- by the client -->\n</Alert>\n...\n</SyncBody>",
            "opens a session"
        ),
        ["a fragment with a status"] = ("fragment", $"<SyncBody>\n{Body}\n...\n</SyncBody>", "is out of sequence"),
        ["a fragment with the type outside of Meta"] = (
            "fragment",
            "<SyncBody>\n<Alert><CmdID>6</CmdID><Data>1224</Data><Item><Meta></Meta><Type "
                + "xmlns=\"syncml:metinf\">com.microsoft.mdm.synctype</Type><Data>mixed</Data></Item></Alert>\n...\n</SyncBody>",
            "is out of sequence"
        ),
        ["a sketch"] = ("syncml", ComposedMessages.NotMessages["dots for the body"], "rejected: Text is not allowed between elements."),
        ["typographic quotes"] = (
            "syncml",
            ComposedMessages.ChallengedPackage1.Replace(
                "xmlns=\"syncml:metinf\">syncml",
                "xmlns=’syncml:metinf’>syncml",
                StringComparison.Ordinal
            ),
            "rejected: The XML is not well-formed"
        ),
        ["a log with a second declaration"] = (
            "syncml",
            WireText.Device1(
                $"{Body}{Log}<?xml version=\"1.0\"?><Reporting "
                    + "Version=\"com.northwind/2.0/MDM/Reporting\"/></Data></Item></Results><Final/>"
            ),
            "rejected: The XML is not well-formed"
        ),
        ["an incomplete header"] = (
            "syncml",
            $"<SyncML><SyncHdr/><SyncBody>{Body}<Final/></SyncBody></SyncML>",
            "rejected: The version is not 1.2."
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
            "fault MessageFormat: The action is not supported."
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
            "fault Authentication: Authentication with user name and password is not supported."
        ),
    };

    /// <summary>The number of each recorded or printed message, and its outcome.</summary>
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["001"] = "opens a session; login User",
        ["002"] = "opens a session; login User",
        ["005"] = "is out of sequence",
        ["007"] = "is out of sequence",
        ["009"] = "opens a session; unenrolls; login User",
        ["010"] = "opens a session; login User",
        ["014"] = "fault MessageFormat: The action is not supported.",
        ["015"] = "fault Authentication: Authentication with user name and password is not supported.",
        ["019"] = "opens a session",
        ["025"] = "opens a session",
        ["028"] = "opens a session; login User",
        ["030"] = "is out of sequence",
        ["032"] = "opens a session",
        ["038"] = "is out of sequence",
        ["039"] = "is out of sequence",
        ["040"] = "is out of sequence",
        ["041"] = "is out of sequence",
        ["048"] = "opens a session",
        ["050"] = "is out of sequence",
        ["052"] = "opens a session",
        ["054"] = "is out of sequence",
        ["058"] = "rejected: Text is not allowed between elements.",
        ["060"] = "rejected: The XML is not well-formed",
        ["062"] = "rejected: The XML is not well-formed",
        ["068"] = "rejected: The XML is not well-formed",
        ["091"] = "rejected: The version is not 1.2.",
        ["092"] = "rejected: The version is not 1.2.",
    };

    public static TheoryData<string> Names => [.. Composed.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ComposedClientMessage_HasExpectedOutcome(string name)
    {
        var (kind, text, outcome) = Composed[name];
        Assert.Equal(outcome, Outcome(kind, Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void RecordedClientMessages_HaveExpectedOutcomes()
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
                package.Kind == PackageKind.NewSession ? "opens a session" : "is out of sequence",
                package.Aborts ? "aborts" : null,
                package.Unenrolls ? "unenrolls" : null,
                package.LoginStatus == LoginStatus.Absent ? null : $"login {package.LoginStatus}",
            ];
            return string.Join("; ", parts.OfType<string>());
        }
        catch (SyncMLFormatException rejected)
        {
            return $"rejected: {rejected.Message.Split(" (line")[0]}";
        }
    }

    /// <summary>Returns the content of the fragment's SyncBody without the dots for omitted parts.</summary>
    private static string Inside(string fragment) =>
        fragment[(fragment.IndexOf('>') + 1)..fragment.IndexOf("</SyncBody>", StringComparison.Ordinal)]
            .Replace("\n...\n", "\n", StringComparison.Ordinal);
}
