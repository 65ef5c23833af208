using System.Globalization;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Simulator.Nodes;
using MamConsole.Simulator.Tree;
using MamConsole.Simulator.Wire;

namespace MamConsole.Simulator;

/// <summary>One session from package 1 to its end.</summary>
public sealed partial class SimulatedDevice
{
    /// <summary>The maximum number of messages in a session, against a server that never closes it.</summary>
    private const int MaximumMessages = 200;

    private async Task<SyncReport> RunSessionAsync(
        DeviceAccount account,
        SyncTrigger trigger,
        bool isUnenrolling,
        CancellationToken cancellation
    )
    {
        if (!TakeCleanUp())
        {
            return await ExchangeMessagesAsync(account, trigger, isUnenrolling, cancellation).ConfigureAwait(false);
        }

        // Windows cleans up after an earlier enrollment. Until it is done, WIP nodes cannot be written (docs/reference/protocol.md §6.3).
        var busy = new NodeRejection("*/EnterpriseDataProtection/*", StatusCode.Failed, WindowsErrors.Busy);
        Change(tree => tree with { Rejections = tree.Rejections.Insert(0, busy) });
        try
        {
            return await ExchangeMessagesAsync(account, trigger, isUnenrolling, cancellation).ConfigureAwait(false);
        }
        finally
        {
            Change(tree => tree with { Rejections = tree.Rejections.Remove(busy) });
        }
    }

    private async Task<SyncReport> ExchangeMessagesAsync(
        DeviceAccount account,
        SyncTrigger trigger,
        bool isUnenrolling,
        CancellationToken cancellation
    )
    {
        var report = new SyncReport { Outcome = SyncOutcome.Completed, StartedAt = _time.GetUtcNow() };
        if (!IsOnline)
        {
            return report with { Outcome = SyncOutcome.Offline, Detail = "The device has no network." };
        }

        var opening = await OpeningAsync(account, isUnenrolling, cancellation).ConfigureAwait(false);
        var version = ApplicationVersion(account);
        var exchange = DeviceSession.Open(opening, Tree);
        report = report with { SessionId = opening.SessionId };
        while (exchange.Next is { } next)
        {
            if (next.Header.MessageId > MaximumMessages)
            {
                return report with
                {
                    Outcome = SyncOutcome.ProtocolError,
                    Detail = $"The server did not close the session after {MaximumMessages} messages.",
                };
            }

            if (next is { Header.MessageId: > 1 } && TakeHeartbeat())
            {
                exchange = exchange.Session.Beat(next);
                next = exchange.Next!;
            }

            var aborts = next.Header.MessageId > 1 && TakeAbort();
            if (aborts)
            {
                next = next with { Commands = [next.Commands[0], new SyncCommand.Alert("2", 1223, [])], Final = true };
            }

            if (next.Header.MessageId > 1 && TakeLeap() is > 0 and var leap)
            {
                next = next with { Header = next.Header with { MessageId = next.Header.MessageId + leap } };
            }

            var token = Options.TokenLocations.HasFlag(TokenLocations.Header) ? await TokenAsync(cancellation).ConfigureAwait(false) : null;
            var request = new SyncRequest(
                ServerAddress(account),
                TokenInstead(next.Header.MessageId) ?? token,
                Read(account, "EntDMID") ?? "0",
                Tree.UserSignedIn,
                version >= 4 ? trigger : null
            );
            var sent = SyncMLWriter.Write(next);
            var (answer, failure) = await ExchangeAsync(
                    request,
                    sent,
                    exchange => report = report with { Exchanges = report.Exchanges.Add(exchange) },
                    cancellation
                )
                .ConfigureAwait(false);
            if (failure is not null)
            {
                return report with { Outcome = failure.Outcome, Detail = failure.Detail, RetryAfter = failure.RetryAfter };
            }

            if (aborts)
            {
                return report with { Outcome = SyncOutcome.Aborted, Detail = "The device aborted the session." };
            }

            try
            {
                exchange = Take(exchange.Session, SyncMLReader.Read(answer));
            }
            catch (SyncMLFormatException malformed)
            {
                return report with { Outcome = SyncOutcome.ProtocolError, Detail = malformed.Message };
            }

            report = report with { Commands = [.. report.Commands, .. exchange.Executed] };
            if (TakeCrash(next.Header.MessageId))
            {
                return report with { Outcome = SyncOutcome.Crashed, Detail = $"The device crashed after message {next.Header.MessageId}." };
            }
        }

        return exchange.End!.Match(
            closed: _ => report,
            rejected: end => report with { Outcome = SyncOutcome.Rejected, Detail = $"Status {end.Header} on the header." },
            aborted: _ => report with { Outcome = SyncOutcome.Aborted, Detail = "The server aborted the session." },
            unenrollRequested: _ => report with { Outcome = SyncOutcome.Unenrolled, Detail = "The server unenrolled the device." },
            protocolError: end => report with { Outcome = SyncOutcome.ProtocolError, Detail = end.Reason }
        );
    }

    /// <summary>
    /// Executes a response on the current tree, so that changes that a test or a person made in the meantime are preserved.
    /// </summary>
    private DeviceExchange Take(DeviceSession session, SyncMLMessage answer)
    {
        lock (_stateLock)
        {
            var exchange = (session with { Tree = _tree }).Receive(answer);
            _tree = (WindowsTree)exchange.Session.Tree;
            return exchange;
        }
    }

    /// <summary>Sends one message until a response arrives or the retries are used up (docs/reference/protocol.md §4.2).</summary>
    private async Task<(ReadOnlyMemory<byte> Answer, SyncFailure? Failure)> ExchangeAsync(
        SyncRequest request,
        byte[] sent,
        Action<Exchange> record,
        CancellationToken cancellation
    )
    {
        for (var attempt = 0; ; attempt++)
        {
            var (answer, failure) = await _client.PostAsync(request, sent, cancellation).ConfigureAwait(false);
            record(new Exchange(sent, answer is null ? null : answer));
            if (failure is null && TakeLostAnswer() is { } lost)
            {
                if (lost == LostAnswer.BeginAnew)
                {
                    return (default, new SyncFailure(SyncOutcome.AnswerLost, "The response was lost, and the device ended the session."));
                }

                continue;
            }

            if (failure is not { Outcome: SyncOutcome.NoConnection } || attempt >= Options.ConnectionRetries)
            {
                return (answer, failure);
            }

            await Task.Delay(Options.InitialBackOff * Math.Pow(2, attempt) / Options.TimeScale, _time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<DeviceOpening> OpeningAsync(DeviceAccount account, bool isUnenrolling, CancellationToken cancellation)
    {
        var tree = Tree;
        string[] unenrollAlerts = ["DevId", "Man", "Mod", "DmV", "Lang"];
        return new DeviceOpening
        {
            SessionId = SessionId(++_sessions),
            DeviceId = tree.Profile.DeviceId,
            ServerAddress = ServerAddress(account).AbsoluteUri,
            DeviceInfo =
            [
                .. unenrollAlerts.Select(leaf => new SyncItem(Source: "./DevInfo/" + leaf, Data: tree.Read("./DevInfo/" + leaf))),
                .. Options.Shape == ClientShape.Sparse
                    ? [new SyncItem(Source: "./Vendor/MSFT/DMClient/HWDevID", Data: tree.Profile.HardwareId)]
                    : Array.Empty<SyncItem>(),
            ],
            BeginsWithAlert = Options.Shape != ClientShape.Sparse,
            OneReplaceForEachLeaf = Options.Shape == ClientShape.Sparse,
            InTwoMessages = Options.OpensInTwoMessages,
            MaxMessageSize = Options.MaxMessageSize,
            LoginStatus = tree.UserSignedIn ? LoginStatus.User : LoginStatus.None,
            UserToken = Options.TokenLocations.HasFlag(TokenLocations.Alert) ? await TokenAsync(cancellation).ConfigureAwait(false) : null,
            Unenrolling = isUnenrolling,
            ReportsOriginalErrors = ApplicationVersion(account) >= 3,
            LargestText = Options.LargestText,
        };
    }

    private string SessionId(int number) => Options.SessionIdIsAlwaysZero ? "0" : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Returns null also when the token issuer is not reachable; the device then sends its request without a token
    /// (docs/reference/protocol.md §2.1).
    /// </summary>
    private async Task<string?> TokenAsync(CancellationToken cancellation)
    {
        try
        {
            return Tree.UserSignedIn ? await _token(cancellation).ConfigureAwait(false) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private string? Read(DeviceAccount account, string leaf) => Tree.Read(DMClientNodes.Leaf(account.ProviderId, leaf));

    /// <summary>
    /// Returns the address of the next session: the one that the server moved the device to, otherwise ADDR (docs/reference/protocol.md
    /// §5.2).
    /// </summary>
    private Uri ServerAddress(DeviceAccount account) =>
        Read(account, "ManagementServiceAddress") is { } moved ? new Uri(moved) : account.Address;

    private int ApplicationVersion(DeviceAccount account) =>
        Read(account, "SyncApplicationVersion") is [>= '0' and <= '9' and var major, ..] ? major - '0' : 1;
}
