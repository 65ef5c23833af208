using System.Text;
using MamConsole.Protocol.SyncML;
using Xunit.Sdk;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>
/// The independent reader is installed and detects invalid messages. The journeys check every message of the server with it.
/// </summary>
public sealed class IndependentReaderTests
{
    [Fact]
    public async Task IndependentReader_ReturnsAnUnchangedMessage()
    {
        Require();
        await IndependentReader.CheckAsync(
            SyncMLWriter.Write(
                new SyncMLMessage(
                    new SyncHeader("7", 1, "5A3D9B1C", "https://mam.contoso.example/mam/sync/independent"),
                    [
                        new SyncCommand.Status("1", 1, "0", "SyncHdr", StatusCode.Ok),
                        new SyncCommand.Alert("2", 1222, []),
                        new SyncCommand.Sequence(
                            "1001",
                            [
                                new SyncCommand.Add(
                                    "1002",
                                    [new SyncItem(Target: "./Vendor/MSFT/x", Format: "chr", Data: "<a b=\"c\">ü & 😀</a> ")]
                                ),
                                new SyncCommand.Delete("1003", [new SyncItem(Target: "./y")]),
                            ]
                        ),
                        new SyncCommand.Atomic(
                            "1004",
                            [new SyncCommand.Replace("1005", [new SyncItem(Target: "./z", Format: "int", Data: "5")])]
                        ),
                        new SyncCommand.Get("1006", [new SyncItem(Target: "./z")]),
                        new SyncCommand.Exec("1007", [new SyncItem(Target: "./e", Data: "")]),
                    ],
                    Final: true
                )
            )
        );
    }

    [Theory]
    [InlineData("<Final/>", "<Finale/>")]
    [InlineData("<CmdID>1</CmdID>", "<CmdId>1</CmdId>")]
    [InlineData("SYNCML:SYNCML1.2", "syncml:syncml1.2")]
    [InlineData("</SyncBody>", "")]
    public async Task IndependentReader_DetectsAnInvalidMessage(string right, string wrong)
    {
        Require();
        var message = Encoding.UTF8.GetString(
            SyncMLWriter.Write(
                new SyncMLMessage(
                    new SyncHeader("7", 1, wrong, "https://mam.contoso.example/mam/sync"),
                    [new SyncCommand.Status("1", 1, "0", "SyncHdr", StatusCode.Ok)],
                    Final: true
                )
            )
        );

        await Assert.ThrowsAnyAsync<XunitException>(() =>
            IndependentReader.CheckAsync(Encoding.UTF8.GetBytes(message.Replace(right, wrong, StringComparison.Ordinal)))
        );
    }

    private static void Require()
    {
        if (IndependentReader.IsHere)
        {
            return;
        }

        Assert.True(
            Environment.GetEnvironmentVariable("CI") is null && Environment.GetEnvironmentVariable("MAMCONSOLE_REQUIRE_WBXML") is null,
            "xml2wbxml and wbxml2xml are required here (Debian's libwbxml2-utils)."
        );
        Assert.Skip("xml2wbxml and wbxml2xml are not here (Debian's libwbxml2-utils).");
    }
}
