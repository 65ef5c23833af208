using System.Text;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.SyncML;

/// <summary>
/// Messages that this product's writer did not write. Each check covers composed messages. When recorded messages exist next to the
/// checkout, it also covers those of real devices and servers and the examples in the specifications.
/// </summary>
public sealed class SyncMLCaptureTests
{
    // Well-formed documents that are not SyncML 1.2 messages: of namespace 1.1 (008, 045, 046), or outlines with "..." in a specification.
    private static readonly string[] NoMessage = ["008", "045", "046", "058", "061", "064", "065", "066"];

    public static TheoryData<string> Readable => [.. ComposedMessages.Readable.Keys];

    public static TheoryData<string> NotMessages => [.. ComposedMessages.NotMessages.Keys];

    [Theory]
    [MemberData(nameof(Readable))]
    public void ComposedMessage_RoundTrips(string name) => Survives(name, ComposedMessages.Utf8(ComposedMessages.Readable[name]));

    [Theory]
    [MemberData(nameof(NotMessages))]
    public void Read_RejectsOtherVersions(string name) =>
        Assert.Throws<SyncMLFormatException>(() => SyncMLReader.Read(ComposedMessages.Utf8(ComposedMessages.NotMessages[name])));

    [Fact]
    public void RecordedMessages_RoundTrip()
    {
        // Reads the recorded messages when they are present.
        var files = RecordedMessagesFolder
            .Index("captures")
            .Where(row => row[3] == "syncml" && row[5] == "yes")
            .Select(row => row[0])
            .ToArray();
        foreach (var (file, bytes) in RecordedMessagesFolder.Read("captures", files))
        {
            if (NoMessage.Contains(file[..3]))
            {
                Assert.Throws<SyncMLFormatException>(() => SyncMLReader.Read(bytes));
            }
            else
            {
                Survives(file, bytes);
            }
        }

        if (RecordedMessagesFolder.IsPresent)
        {
            Assert.InRange(files.Count(file => !NoMessage.Contains(file[..3])), 20, 100);
        }
    }

    [Theory]
    [InlineData(nameof(ComposedMessages.Package1))]
    [InlineData(nameof(ComposedMessages.ChallengedPackage1))]
    [InlineData(nameof(ComposedMessages.Abort))]
    [InlineData(nameof(ComposedMessages.Results))]
    [InlineData(nameof(ComposedMessages.Unenrollment))]
    public void ComposedMessage_IsWrittenByteForByte(string name) => IsWrittenAlike(name, ComposedMessages.Readable[name]);

    [Fact]
    public void RecordedMessages_AreWrittenByteForByte()
    {
        // Reads the recorded messages when they are present.
        string[] files =
        [
            "001-win11-25h2-package1-user.xml",
            "002-win11-25h2-package1-md5.xml",
            "005-win11-25h2-abort-1223-maxmsgsize-2048.xml",
            "007-win11-25h2-results-to-ns11-server.xml",
            "009-win11-25h2-unenroll-1226.xml",
        ];
        foreach (var (file, bytes) in RecordedMessagesFolder.Read("captures", files))
        {
            IsWrittenAlike(file, Encoding.UTF8.GetString(bytes).Trim());
        }
    }

    [Fact]
    public void Read_ReturnsUnenrollAlertWithMark()
    {
        Check(WireText.Read(ComposedMessages.Unenrollment));
        Recorded("009-win11-25h2-unenroll-1226.xml", Check);

        static void Check(SyncMLMessage message)
        {
            Assert.Equal(["2", "3", "4", "5"], message.Commands.Select(command => command.CmdId));
            var alert = Assert.IsType<SyncCommand.Alert>(message.Commands[2]);
            Assert.Equal(
                (1226, new SyncItem(Format: "int", Type: "com.microsoft:mdm.unenrollment.userrequest", Data: "1", Mark: "critical")),
                (alert.Code, Assert.Single(alert.Items))
            );
        }
    }

    [Fact]
    public void Read_AcceptsMessageWithoutNamespace()
    {
        Check(WireText.Read(ComposedMessages.WithoutNamespace), "NineByFive", 3);
        Recorded("019-aadinternals-client-package1.xml", message => Check(message, "SixByFour", 5));

        static void Check(SyncMLMessage message, string device, int facts)
        {
            Assert.Equal(device, message.Header.Source);
            Assert.Equal(facts, Assert.IsType<SyncCommand.Replace>(message.Commands[1]).Items.Length);
        }
    }

    [Fact]
    public void Read_AcceptsStatusChildrenInAnyOrder()
    {
        Check(WireText.Read(ComposedMessages.StatusesInAnyOrder), "6", "./settings/mail/Work");
        Recorded("050-oma-dm-2.6-3.xml", message => Check(message, "4", "./settings/wap_settings/CNN"));

        static void Check(SyncMLMessage message, string reference, string target)
        {
            var status = Assert.IsType<SyncCommand.Status>(message.Commands[3]);
            Assert.Equal(
                (1, reference, "Replace", 200, target),
                (status.MessageRef, status.CommandRef, status.Command, status.Code.Value, Assert.Single(status.TargetRefs))
            );
        }
    }

    [Fact]
    public void Read_AcceptsResultsWithCmd()
    {
        Check(WireText.Read(ComposedMessages.ResultsWithCmd), "8", "9");
        Recorded("030-msmdm-4-client-results.xml", message => Check(message, "4", "5"));

        static void Check(SyncMLMessage message, string first, string second)
        {
            var results = message.Commands.OfType<SyncCommand.Results>().ToArray();
            Assert.Equal([(1, first), (1, second)], results.Select(one => (one.MessageRef, one.CommandRef)));
            Assert.Equal("chr", Assert.Single(results[0].Items).Format);
        }
    }

    [Fact]
    public void Read_AppliesMetaOfCommandToItems()
    {
        Check(WireText.Read(ComposedMessages.MetaOnTheCommand), 1, "application/vnd.tailspin.mail-settings");
        Recorded("049-oma-dm-2.6-2.xml", message => Check(message, 3, "application/vnd.wap.connectivity-wbxml"));

        static void Check(SyncMLMessage message, int at, string type)
        {
            var sequence = Assert.IsType<SyncCommand.Sequence>(message.Commands[at]);
            var item = Assert.Single(Assert.IsType<SyncCommand.Replace>(sequence.Commands[1]).Items);
            Assert.Equal(("b64", type), (item.Format, item.Type));
        }
    }

    private static void Survives(string name, byte[] bytes)
    {
        var message = SyncMLReader.Read(bytes);
        Assert.DoesNotContain(message.Commands, command => command is SyncCommand.Unknown);
        Assert.Equal((name, Dump.Of(message)), (name, Dump.Of(SyncMLReader.Read(SyncMLWriter.Write(message)))));
    }

    private static void IsWrittenAlike(string name, string text)
    {
        var written = WireText.Write(SyncMLReader.Read(Encoding.UTF8.GetBytes(text)));

        // The writer omits credentials and names, and writes Format before Type as in the DTD.
        var expected = Without(Without(text, "<Cred>", "</Cred>"), "<LocName>", "</LocName>")
            .Replace(
                "<Type xmlns=\"syncml:metinf\">com.microsoft:mdm.unenrollment.userrequest</Type><Format "
                    + "xmlns=\"syncml:metinf\">int</Format>",
                "<Format xmlns=\"syncml:metinf\">int</Format><Type "
                    + "xmlns=\"syncml:metinf\">com.microsoft:mdm.unenrollment.userrequest</Type>",
                StringComparison.Ordinal
            );
        Assert.Equal((name, expected), (name, written));
    }

    /// <summary>Applies the same check to the recorded message, when it is present.</summary>
    private static void Recorded(string file, Action<SyncMLMessage> check)
    {
        foreach (var (_, bytes) in RecordedMessagesFolder.Read("captures", file))
        {
            check(SyncMLReader.Read(bytes));
        }
    }

    private static string Without(string text, string from, string to) =>
        text.IndexOf(from, StringComparison.Ordinal) is >= 0 and var start
            ? text.Remove(start, text.IndexOf(to, start, StringComparison.Ordinal) + to.Length - start)
            : text;
}
