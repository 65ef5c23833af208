using System.Text;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.SyncML;

/// <summary>The recorded messages: the reader is fed what others wrote, because a fault shared by our reader and our writer cancels itself out.</summary>
public sealed class SyncMLCaptureTests
{
    // What is no SyncML 1.2 message, though well-formed: of namespace 1.1 (008, 045, 046), or a specification's sketch with "..." for the rest.
    private static readonly string[] NoMessage = ["008", "045", "046", "058", "061", "064", "065", "066"];

    [Fact]
    public void Every_message_recorded_or_printed_is_read_and_survives_being_written()
    {
        var read = 0;
        foreach (var file in Captures("syncml"))
        {
            var bytes = File.ReadAllBytes(ReferenceFolder.Require($"captures/{file}"));
            if (NoMessage.Contains(file[..3]))
            {
                Assert.Throws<SyncMLFormatException>(() => SyncMLReader.Read(bytes));
                continue;
            }

            var message = SyncMLReader.Read(bytes);
            Assert.DoesNotContain(message.Commands, command => command is SyncCommand.Unknown);
            Assert.Equal((file, Dump.Of(message)), (file, Dump.Of(SyncMLReader.Read(SyncMLWriter.Write(message)))));
            read++;
        }

        Assert.InRange(read, 20, 100);
    }

    [Theory]
    [InlineData("001-win11-25h2-package1-user.xml")]
    [InlineData("002-win11-25h2-package1-md5.xml")]
    [InlineData("005-win11-25h2-abort-1223-maxmsgsize-2048.xml")]
    [InlineData("007-win11-25h2-results-to-ns11-server.xml")]
    [InlineData("009-win11-25h2-unenroll-1226.xml")]
    public void Windows_11_s_bytes_are_ours_but_for_what_we_do_not_say(string file)
    {
        var text = File.ReadAllText(ReferenceFolder.Require($"captures/{file}"), Encoding.UTF8).Trim();
        var written = WireText.Write(SyncMLReader.Read(Encoding.UTF8.GetBytes(text)));

        // We say nothing of credentials and names, and put Format before Type as the DTD does.
        var expected = Without(Without(text, "<Cred>", "</Cred>"), "<LocName>", "</LocName>")
            .Replace(
                "<Type xmlns=\"syncml:metinf\">com.microsoft:mdm.unenrollment.userrequest</Type><Format xmlns=\"syncml:metinf\">int</Format>",
                "<Format xmlns=\"syncml:metinf\">int</Format><Type xmlns=\"syncml:metinf\">com.microsoft:mdm.unenrollment.userrequest</Type>",
                StringComparison.Ordinal
            );
        Assert.Equal(expected, written);
    }

    [Fact]
    public void An_unenrolling_device_says_so_with_a_mark()
    {
        var message = Read("009-win11-25h2-unenroll-1226.xml");
        Assert.Equal(["2", "3", "4", "5"], message.Commands.Select(command => command.CmdId));
        var alert = Assert.IsType<SyncCommand.Alert>(message.Commands[2]);
        Assert.Equal(
            (1226, new SyncItem(Format: "int", Type: "com.microsoft:mdm.unenrollment.userrequest", Data: "1", Mark: "critical")),
            (alert.Code, Assert.Single(alert.Items))
        );
    }

    [Fact]
    public void A_client_without_a_namespace_is_understood()
    {
        var message = Read("019-aadinternals-client-package1.xml");
        Assert.Equal("SixByFour", message.Header.Source);
        Assert.Equal(5, Assert.IsType<SyncCommand.Replace>(message.Commands[1]).Items.Length);
    }

    [Fact]
    public void Statuses_without_a_fixed_order_and_results_with_Cmd_are_understood()
    {
        var status = Assert.IsType<SyncCommand.Status>(Read("050-oma-dm-2.6-3.xml").Commands[3]);
        Assert.Equal(
            (1, "4", "Replace", 200, "./settings/wap_settings/CNN"),
            (status.MessageRef, status.CommandRef, status.Command, status.Code.Value, Assert.Single(status.TargetRefs))
        );

        var results = Read("030-msmdm-4-client-results.xml").Commands.OfType<SyncCommand.Results>().ToArray();
        Assert.Equal([(1, "4"), (1, "5")], results.Select(one => (one.MessageRef, one.CommandRef)));
        Assert.Equal("chr", Assert.Single(results[0].Items).Format);
    }

    [Fact]
    public void Meta_on_a_command_reaches_its_items()
    {
        var sequence = Assert.IsType<SyncCommand.Sequence>(Read("049-oma-dm-2.6-2.xml").Commands[3]);
        var item = Assert.Single(Assert.IsType<SyncCommand.Replace>(sequence.Commands[1]).Items);
        Assert.Equal(("b64", "application/vnd.wap.connectivity-wbxml"), (item.Format, item.Type));
    }

    private static SyncMLMessage Read(string file) => SyncMLReader.Read(File.ReadAllBytes(ReferenceFolder.Require($"captures/{file}")));

    private static IEnumerable<string> Captures(string kind) =>
        File.ReadLines(ReferenceFolder.Require("captures/INDEX.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(row => row[3] == kind && row[5] == "yes")
            .Select(row => row[0]);

    private static string Without(string text, string from, string to) =>
        text.IndexOf(from, StringComparison.Ordinal) is >= 0 and var start
            ? text.Remove(start, text.IndexOf(to, start, StringComparison.Ordinal) + to.Length - start)
            : text;
}
