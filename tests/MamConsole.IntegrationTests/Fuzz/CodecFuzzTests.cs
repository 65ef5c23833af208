using System.Collections.Immutable;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Fuzz;

/// <summary>
/// Any bytes result in a message or a format exception, never in another exception; every message that was read can be answered.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class CodecFuzzTests
{
    private const string Address = "https://mam.contoso.example/mam/sync/e1";

    // The sent commands that the second messages of the corpus answer.
    private static readonly ImmutableArray<SyncCommand> Sent =
    [
        new SyncCommand.Sequence(
            "1001",
            [
                new SyncCommand.Replace("1002", [new SyncItem(Target: "./Device/a", Format: "int", Data: "1")]),
                new SyncCommand.Add("1003", [new SyncItem(Target: "./Device/b", Format: "chr", Data: "x")]),
                new SyncCommand.Delete("1004", [new SyncItem(Target: "./Device/c")]),
            ]
        ),
    ];

    private static readonly ImmutableArray<SyncCommand> Requested =
    [
        new SyncCommand.Get("1001", [new SyncItem(Target: "./Device/Vendor/MSFT/Policy/Result/NetworkIsolation/EnterpriseCloudResources")]),
    ];

    [Fact]
    public void DeviceMessages_AreReadOrRejectedAndAnswered()
    {
        var mutator = new Mutator(FuzzCorpus.DeviceMessages());
        var (read, rejected) = (0, 0);
        FuzzRun.Run(
            Soak.Rounds(quick: 40_000, soak: 150_000),
            random =>
            {
                var bytes = mutator.Make(random);
                SyncMLMessage message;
                try
                {
                    message = SyncMLReader.Read(bytes);
                    read++;
                }
                catch (SyncMLFormatException)
                {
                    rejected++;
                    return;
                }

                var hash = ServerSession.HashOf(bytes);
                foreach (var live in new[] { null, Live(Sent, message), Live(Requested, message) })
                {
                    var package = ServerSession.Receive(message, hash, live);
                    var commands = package.AcceptsCommands ? Sent : [];
                    var answer = ServerSession.Reply(message, package, commands, Address);
                    Assert.Equal(answer.Commands.Length, SyncMLReader.Read(SyncMLWriter.Write(answer)).Commands.Length);
                    Assert.True(
                        package.Kind == PackageKind.Continuation || (package.Verdicts.IsEmpty && package.Readings.IsEmpty),
                        "Only an answer to what was sent says something about it."
                    );
                    ServerSession.Advance(message, hash, live, package, commands);
                }
            }
        );

        // A mutator that makes all messages invalid, or none, tests nothing.
        Assert.True(read > rejected / 20 && rejected > read / 20, $"{read} read, {rejected} refused");
    }

    [Fact]
    public void EnrollmentRequests_AreReadOrRejected()
    {
        var mutator = new Mutator(FuzzCorpus.EnrollmentRequests("eyJhbGciOiJSUzI1NiJ9.e30.c2ln"));
        var (read, rejected) = (0, 0);
        FuzzRun.Run(
            Soak.Rounds(quick: 10_000, soak: 30_000),
            random =>
            {
                var bytes = mutator.Make(random);
                try
                {
                    EnrollmentRequestReader.Read(bytes);
                    read++;
                }
                catch (EnrollmentFormatException)
                {
                    rejected++;
                }
            }
        );
        Assert.True(read > rejected / 20 && rejected > read / 20, $"{read} read, {rejected} refused");
    }

    private static LiveSession Live(ImmutableArray<SyncCommand> sent, SyncMLMessage message) =>
        new(message.Header.SessionId, Math.Max(1, message.Header.MessageId - 1), "", 1, SentCommand.Of(sent));
}
