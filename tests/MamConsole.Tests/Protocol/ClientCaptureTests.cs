using System.Text;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Tests.Protocol.SyncML;

namespace MamConsole.Tests.Protocol;

/// <summary>Each recorded or printed message of a client, and what becomes of it here: what it opens or means, or the stated reason for which it is refused.</summary>
public sealed class ClientCaptureTests
{
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

    [Fact]
    public void Every_message_of_a_client_is_accepted_or_refused_for_a_stated_reason()
    {
        var rows = File.ReadLines(ReferenceFolder.Require("captures/INDEX.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(row => row[2] == "client")
            .ToArray();

        Assert.Equal(
            Table.Select(row => $"{row.Key} {row.Value}"),
            rows.Select(row => $"{row[0][..3]} {Outcome(row)}").Order(StringComparer.Ordinal)
        );
    }

    private static string Outcome(string[] row)
    {
        var bytes = File.ReadAllBytes(ReferenceFolder.Require($"captures/{row[0]}"));
        return row[3] switch
        {
            "soap" => OfEnrollment(bytes),
            "fragment" => OfSync(
                Encoding.UTF8.GetBytes(
                    WireText.Envelope(WireText.Header("7", "2", WireText.Server, WireText.Device), Inside(Encoding.UTF8.GetString(bytes)))
                )
            ),
            _ => OfSync(bytes),
        };
    }

    private static string OfEnrollment(byte[] bytes)
    {
        try
        {
            return $"enrolls {EnrollmentRequestReader.Read(bytes).DeviceId.Length} characters";
        }
        catch (EnrollmentFormatException refused)
        {
            return $"fault {refused.Fault.Subcode.Split(':')[^1]}: {refused.Message}";
        }
    }

    private static string OfSync(byte[] bytes)
    {
        try
        {
            var turn = ServerSession.Receive(SyncMLReader.Read(bytes), "", null);
            string?[] parts =
            [
                turn.Kind == TurnKind.NewSession ? "opens a session" : "is out of place",
                turn.Aborts ? "gives up" : null,
                turn.Unenrolls ? "leaves" : null,
                turn.LoginStatus == LoginStatus.Absent ? null : $"login {turn.LoginStatus}",
            ];
            return string.Join("; ", parts.OfType<string>());
        }
        catch (SyncMLFormatException refused)
        {
            return $"refused: {refused.Message.Split(" (line")[0]}";
        }
    }

    /// <summary>What stands in the fragment's SyncBody, without the dots that stand for the rest of it.</summary>
    private static string Inside(string fragment) =>
        fragment[(fragment.IndexOf('>') + 1)..fragment.IndexOf("</SyncBody>", StringComparison.Ordinal)]
            .Replace("\n...\n", "\n", StringComparison.Ordinal);
}
