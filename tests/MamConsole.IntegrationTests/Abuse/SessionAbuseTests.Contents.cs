using MamConsole.IntegrationTests.Journeys;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Tests.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>The contents of a message: large objects, addresses and commands of the device.</summary>
public sealed partial class SessionAbuseTests
{
    [Theory]
    [Trait("Abuse", "SY-42")]
    [InlineData("<Size xmlns='syncml:metinf'>999999999999</Size>", "x", 416)]
    [InlineData("<Size xmlns='syncml:metinf'>1048577</Size>", "x", 416)]
    [InlineData("<Size xmlns='syncml:metinf'>2</Size>", "xyz", 424)]
    [InlineData("", "x", 411)]
    public Task LargeObject_WithAnInvalidSizeIsRejectedWithoutEndingTheSession(string size, string data, int code) =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var (device, get) = await RequestedAsync(journey);

                var answer = await PostAsync(journey, Chunk(device, get, size, data, more: true, final: false, message: 3));

                Assert.Contains(answer.Message.Commands.OfType<SyncCommand.Status>(), s => s.Command == "Results" && s.Code.Value == code);
                Assert.Equal(1222, Assert.IsType<SyncCommand.Alert>(Assert.Single(answer.Requested)).Code);

                // Neither the last chunk nor a later complete value is accepted as the value.
                var end = await PostAsync(journey, Chunk(device, get, "", "11", more: false, final: true, message: 4));
                Assert.Equal(200, end.Header);
                Assert.Null(Minutes(await journey.PageAsync(device)).ReadBackAt);
            }
        );

    [Fact, Trait("Abuse", "SY-42")]
    public Task LargeObject_WithoutItsLastChunkIsDiscarded() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var (device, get) = await RequestedAsync(journey);

                var first = await PostAsync(
                    journey,
                    Chunk(device, get, "<Size xmlns='syncml:metinf'>100</Size>", "5", more: true, final: false, message: 3)
                );
                var end = await PostAsync(journey, Chunk(device, get, "", null, more: false, final: true, message: 4));

                Assert.Contains(
                    first.Message.Commands.OfType<SyncCommand.Status>(),
                    s => s.Command == "Results" && s.Code == StatusCode.ChunkBuffered
                );
                Assert.Contains(end.Requested.OfType<SyncCommand.Alert>(), a => a.Code == 1225);
                Assert.Null(Minutes(await journey.PageAsync(device)).ReadBackAt);
            }
        );

    [Theory]
    [Trait("Abuse", "SY-45")]
    [
        InlineData("./DevInfo/../Vendor/MSFT/Policy"),
        InlineData("./DevInfo/%2e%2e/Man"),
        InlineData("/DevInfo/Man"),
        InlineData("./DevInfo//Man"),
        InlineData("./DevInfo/*")
    ]
    [InlineData(".\\DevInfo\\Man"), InlineData("./DevInfo/Man?prop=ACL"), InlineData("./DevInfo/\u202EnaM"), InlineData("LONG")]
    public Task LocUri_ThatIsInvalidIsAnsweredWithNotFoundAndNotStored(string uri) =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                uri = uri == "LONG" ? "./DevInfo/" + new string('a', 4_000) : uri;

                var answer = await PostAsync(
                    journey,
                    HostileMessages.Message(
                        HostileMessages.Header(device.Profile.DeviceId),
                        $"<Replace><CmdID>2</CmdID><Item><Source><LocURI>{uri}</LocURI></Source><Data>evil</Data></Item></Replace><Final/>"
                    )
                );

                Assert.Contains(answer.Message.Commands.OfType<SyncCommand.Status>(), s => s is { CommandRef: "2", Code.Value: 404 });
                Assert.DoesNotContain("evil", await journey.SnapshotAsync(), StringComparison.Ordinal);
            }
        );

    [Fact, Trait("Abuse", "SY-46")]
    public Task DeviceCommands_AreRejectedWithoutReturningData() =>
        Journey.OnAsync(
            Sqlite,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                const string item = "<Item><Target><LocURI>./Vendor/MSFT/DMClient</LocURI></Target></Item>";

                var answer = await PostAsync(
                    journey,
                    HostileMessages.Message(
                        HostileMessages.Header(device.Profile.DeviceId),
                        string.Concat(
                            $"<Get><CmdID>2</CmdID>{item}</Get><Exec><CmdID>3</CmdID>{item}</Exec><Add><CmdID>4</CmdID>{item}</Add><Delete><CmdID>5</CmdID>{item}</Delete>",
                            $"<Atomic><CmdID>6</CmdID><Get><CmdID>7</CmdID>{item}</Get></Atomic><Sequence><CmdID>8</CmdID></Sequence><Copy><CmdID>9</CmdID>{item}</Copy>",
                            $"<Get>{item}</Get><Alert><CmdID>2</CmdID><Data>1201</Data></Alert><Alert><CmdID>0</CmdID><Data>1201</Data></Alert><Nonsense><CmdID>10</CmdID></Nonsense><Final/>"
                        )
                    )
                );

                Assert.DoesNotContain(answer.Message.Commands, c => c is SyncCommand.Results);
                Assert.Equal(
                    ["0 200", "2 405", "3 405", "4 405", "5 405", "6 405", "8 405", "9 406", " 400", "2 400", "0 400", "10 400"],
                    answer.Message.Commands.OfType<SyncCommand.Status>().Select(s => $"{s.CommandRef} {s.Code}")
                );
            }
        );
}
