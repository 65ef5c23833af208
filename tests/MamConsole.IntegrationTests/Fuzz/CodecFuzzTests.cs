using System.Collections.Immutable;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Fuzz;

/// <summary>Any bytes in: a message or a refusal in words, never another exception; and whatever was understood can be answered.</summary>
public sealed class CodecFuzzTests
{
    private const string Address = "https://mam.contoso.example/mam/sync/e1";

    // What a session looks like when the corpus' second messages answer it.
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

    private static readonly ImmutableArray<SyncCommand> Asked =
    [
        new SyncCommand.Get("1001", [new SyncItem(Target: "./Device/Vendor/MSFT/Policy/Result/NetworkIsolation/EnterpriseCloudResources")]),
    ];

    [Fact]
    public void Devices_messages_are_read_or_refused_and_answered()
    {
        var mutator = new Mutator(FuzzCorpus.DeviceMessages());
        var (read, refused) = (0, 0);
        FuzzRun.Run(
            150_000,
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
                    refused++;
                    return;
                }

                var hash = ServerSession.HashOf(bytes);
                foreach (var live in new[] { null, Live(Sent, message), Live(Asked, message) })
                {
                    var turn = ServerSession.Receive(message, hash, live);
                    var commands = turn.TakesCommands ? Sent : [];
                    var answer = ServerSession.Reply(message, turn, commands, Address);
                    Assert.Equal(answer.Commands.Length, SyncMLReader.Read(SyncMLWriter.Write(answer)).Commands.Length);
                    Assert.True(
                        turn.Kind == TurnKind.Continuation || (turn.Verdicts.IsEmpty && turn.Readings.IsEmpty),
                        "Only an answer to what was sent says something about it."
                    );
                    ServerSession.Remember(message, hash, live, turn, commands);
                }
            }
        );

        // A mutator that breaks everything, or nothing, tests nothing.
        Assert.True(read > refused / 20 && refused > read / 20, $"{read} read, {refused} refused");
    }

    [Fact]
    public void Enrollment_requests_are_read_or_refused()
    {
        var mutator = new Mutator(FuzzCorpus.EnrollmentRequests("eyJhbGciOiJSUzI1NiJ9.e30.c2ln"));
        var (read, refused) = (0, 0);
        FuzzRun.Run(
            30_000,
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
                    refused++;
                }
            }
        );
        Assert.True(read > refused / 20 && refused > read / 20, $"{read} read, {refused} refused");
    }

    private static LiveSession Live(ImmutableArray<SyncCommand> sent, SyncMLMessage message) =>
        new(message.Header.SessionId, Math.Max(1, message.Header.MessageId - 1), "", 1, SentCommand.Of(sent));
}
