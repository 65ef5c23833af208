using System.Collections.Immutable;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.OneOffs;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>
/// One message of a device from load to commit (house §3, hop 6): the pure parts decide, this loads what they need and writes what they
/// say, in one group commit, before the answer leaves.
/// </summary>
internal sealed partial class DeviceCall(
    Database database,
    DeviceStore devices,
    StepRunner steps,
    OneOffRunner oneOffs,
    PolicyHeads heads,
    AuditTrail audit,
    ConversationLog log,
    FleetChanges changes,
    PublicAddress address,
    TimeProvider time,
    ILogger<DeviceCall> logger
)
{
    private const int MaximumAttempts = 3;

    /// <summary>A session that was silent for longer is over (protocol.md §4.3).</summary>
    private static readonly TimeSpan SessionIdle = TimeSpan.FromMinutes(15);

    /// <summary>The same bytes later than this are a new session: SessionIDs repeat (protocol.md §4.1).</summary>
    private static readonly TimeSpan RepeatWindow = TimeSpan.FromMinutes(5);

    public async Task<CallOutcome> AnswerAsync(DeviceIdentity identity, DeviceMessage received, CancellationToken ct)
    {
        var message = received.Message;
        var began = time.GetTimestamp();
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var device = await devices.FindActiveAsync(identity.TenantId, identity.ObjectId, message.Header.Source, ct);
            if (device is null || (received.PathId is { Length: > 0 } path && path != device.Enrollment.Id))
            {
                return new CallOutcome.Forbidden();
            }

            var serverAddress = new Uri(address.Value, $"/mam/sync/{device.Enrollment.Id}").ToString();
            var now = time.GetInstant();
            var session = LiveSessionOf(device, message, now);
            var turn = ServerSession.Receive(message, received.BodyHash, session?.Live);
            if (turn.DeviceInfo.TryGetValue("DevId", out var named) && named != message.Header.Source)
            {
                // Only told until a real PC proved that both are always the same (contract.md §3).
                Log.NamesAnother(logger, device.Enrollment.Id);
            }

            if (device.Enrollment.BlockedAt is not null && !(turn.Kind == TurnKind.NewSession && turn.Unenrolls))
            {
                // As if it were nobody's. Only its farewell is taken: it is said once, and nothing follows from it but the end.
                return new CallOutcome.Forbidden();
            }

            var call = new Call(device, session, received, turn, serverAddress, now, began);
            switch (turn.Kind)
            {
                case TurnKind.Repeat:
                    return await ExtraAsync(call, SyncMLWriter.Write(await RepeatAsync(device, session!, message, serverAddress, ct)), ct);
                case TurnKind.OutOfPlace:
                    return await ExtraAsync(call, call.Answer([]), ct);
            }

            if (turn is { Kind: TurnKind.NewSession, Unenrolls: false } && await oneOffs.FindIgnoredAsync(device, ct) is { } ignored)
            {
                if (await RefuseAsync(call, ignored, ct))
                {
                    return new CallOutcome.Forbidden();
                }

                continue;
            }

            var answer = turn.Unenrolls ? await UnenrollAsync(call, ct) : await AdvanceAsync(call, ct);
            if (answer is not null)
            {
                return new CallOutcome.Answer(answer);
            }
        }

        return new CallOutcome.Busy();
    }

    /// <summary>A message with all that it is weighed against.</summary>
    private sealed record Call(
        DeviceRecord Device,
        StoredSession? Session,
        DeviceMessage Received,
        Turn Turn,
        string ServerAddress,
        DateTimeOffset Now,
        long Began
    )
    {
        /// <summary>The bytes of the answer that carries these commands.</summary>
        public byte[] Answer(ImmutableArray<SyncCommand> commands) =>
            SyncMLWriter.Write(ServerSession.Reply(Received.Message, Turn, commands, ServerAddress));
    }

    /// <summary>The message and its answer for the record.</summary>
    private SaidMessage Said(
        Call call,
        byte[] answer,
        DeviceStanding after,
        ConversationEnding ending,
        ImmutableArray<SyncCommand> sent = default
    ) =>
        log.Prepare(
            new SaidMessage
            {
                Message = call.Received.Message,
                Turn = call.Turn,
                Request = call.Received.Body,
                Answer = answer,
                Sent = sent.IsDefault ? [] : sent,
                ReceivedAt = call.Now,
                Took = time.GetElapsedTime(call.Began),
                Before = call.Device.Standing,
                After = after,
                Ending = ending,
            }
        );

    /// <summary>A message that changes nothing; it is on record like any other.</summary>
    private async Task<CallOutcome> ExtraAsync(Call call, byte[] answer, CancellationToken ct)
    {
        var said = Said(call, answer, call.Device.Standing, ConversationEnding.Open);
        await database.CommitAsync(
            async tx =>
            {
                await log.AddExtraAsync(tx, call.Device, said, ct);
                return true;
            },
            ct
        );
        return new CallOutcome.Answer(answer);
    }

    private static StoredSession? LiveSessionOf(DeviceRecord device, SyncMLMessage message, DateTimeOffset now)
    {
        var idle = now - (device.SessionAt ?? now);
        var over = idle > SessionIdle || (idle > RepeatWindow && message.Header.MessageId == device.Session?.Live.LastMessageId);
        return over ? null : device.Session;
    }

    private async Task<SyncMLMessage> RepeatAsync(
        DeviceRecord device,
        StoredSession session,
        SyncMLMessage message,
        string serverAddress,
        CancellationToken ct
    ) =>
        ServerSession.Reply(
            message.Header.SessionId,
            message.Header.MessageId,
            message.Header.Source,
            session.Owed,
            session.Ending != ReplyEnding.Final ? []
                : session.OneOffs.IsEmpty ? await steps.CommandsAsync(session, device.Enrollment.Grouping, ct)
                : OneOffBatch.Build(session.OneOffs, session.OneOffFirstId).Commands,
            serverAddress,
            session.Ending,
            session.ChunkLost
        );

    /// <summary>The device leaves. It may never call again, so everything of it ends here.</summary>
    private async Task<byte[]?> UnenrollAsync(Call call, CancellationToken ct)
    {
        var enrollment = call.Device.Enrollment;
        var wasAsked = await oneOffs.WasAskedToLeaveAsync(call.Device, ct);
        var answer = call.Answer([]);
        var said = Said(call, answer, call.Device.Standing, ConversationEnding.Unenrolled);
        var saved = await database.CommitAsync(
            async tx =>
            {
                if (!await DeviceStore.EndAsync(tx, call.Device, wasAsked ? EndReason.Retired : EndReason.DeviceUnenrolled, call.Now, ct))
                {
                    return false;
                }

                var cause = wasAsked ? "the device left as it was asked to" : "the device said that its work account was removed";
                await audit.Append(
                    tx,
                    new AuditEvent.DeviceUnenrolled(enrollment.Id, enrollment.DeviceName, enrollment.Upn, cause)
                    {
                        Actor = new Actor.Device(enrollment.Id, enrollment.DeviceName),
                    }
                );
                await log.AddAsync(tx, call.Device, said, ct);
                return true;
            },
            ct
        );
        return Told(saved) ? answer : null;
    }

    /// <summary>
    /// The device was shown the way out as often as it may be and calls in as if nothing were: from now on its calls are refused, so that it loses
    /// contact and leaves by its own timer, if it has one (protocol.md §6.1, plan B).
    /// </summary>
    private async Task<bool> RefuseAsync(Call call, DeviceCommand ignored, CancellationToken ct)
    {
        var enrollment = call.Device.Enrollment;
        var saved = await database.CommitAsync(
            async tx =>
            {
                if (
                    !await DeviceStore.SaveAsync(
                        tx,
                        enrollment,
                        call.Device.Standing,
                        call.Device.Standing with
                        {
                            LastContact = call.Now,
                        },
                        ct
                    )
                )
                {
                    return false;
                }

                await CommandQueue.EndAsync(tx, ignored.Id, CommandState.Failed, null, call.Now);
                await DeviceBlocks.BlockAsync(tx, enrollment.Key, BlockReason.Retiring, call.Now);
                await audit.Append(
                    tx,
                    new AuditEvent.DeviceBlocked(
                        enrollment.Id,
                        enrollment.DeviceName,
                        enrollment.Upn,
                        "it was told to leave three times and did not"
                    )
                    {
                        Actor = new Actor.Job("Retirement"),
                    }
                );
                return true;
            },
            ct
        );
        return Told(saved);
    }

    /// <summary>Takes the device one message further. Null when another call of this device was answered meanwhile.</summary>
    private async Task<byte[]?> AdvanceAsync(Call call, CancellationToken ct)
    {
        var (device, session, turn, now) = (call.Device, call.Session, call.Turn, call.Now);
        var message = call.Received.Message;
        var continued = turn.Kind == TurnKind.Continuation ? session : null;
        var assigned = continued is not null ? continued.Assigned : await AssignedAsync(device.Enrollment, ct);
        var room = MessageRoom.Of(turn.MaxMessageSize ?? continued?.MaxMessageSize, () => call.Answer([]).Length);
        var progress = continued is { OneOffs.IsEmpty: false }
            ? StepProgress.Idle(device.Standing, continued)
            : await steps.AdvanceAsync(device, continued, assigned, turn, message.Header.SessionId, room, now, ct);
        var mayAsk =
            turn.TakesCommands
            && progress.Commands.IsEmpty
            && progress.Session.Login is not (LoginStatus.Others or LoginStatus.None)
            && room.IsEnough;
        var asked = await oneOffs.AdvanceAsync(
            new OneOffTurn(device, continued, turn, message.Header.SessionId, mayAsk ? room : null, now),
            ct
        );
        var commands = progress.Commands.AddRange(asked.Commands);
        var live = ServerSession.Remember(message, call.Received.BodyHash, session?.Live, turn, commands);
        var answer = call.Answer(commands);
        var standing = progress.Standing with { Assigned = assigned, LastContact = now };
        var ending =
            turn.Aborts ? ConversationEnding.Aborted
            : live is null ? ConversationEnding.Closed
            : ConversationEnding.Open;
        var said = Said(call, answer, standing, ending, commands);

        var saved = await database.CommitAsync(
            async tx =>
            {
                if (!await DeviceStore.SaveAsync(tx, device.Enrollment, device.Standing, standing, ct))
                {
                    return false;
                }

                await progress.WriteAsync(tx, ct);
                await asked.WriteAsync(tx);
                await log.AddAsync(tx, device, said, ct);
                if (live is not null && !turn.Aborts)
                {
                    var stored = progress.Session with
                    {
                        Live = live,
                        Owed = turn.Owed,
                        Ending = turn.Ending,
                        ChunkLost = turn.ChunkLost,
                        Assigned = assigned,
                        OneOffs = asked.Runs,
                        OneOffFirstId = asked.FirstId,
                    };
                    await DeviceStore.SaveSessionAsync(tx, device.Enrollment.Key, stored, now, ct);
                }
                else if (device.Session is not null)
                {
                    await DeviceStore.DeleteSessionAsync(tx, device.Enrollment.Key, ct);
                }

                return true;
            },
            ct
        );
        return Told(saved) ? answer : null;
    }

    private async ValueTask<long> AssignedAsync(EnrolledDevice enrollment, CancellationToken ct) =>
        AssignmentChoice.For(enrollment.Subject, await heads.GetAsync(ct), head => head.Candidate)?.VersionId ?? 0;

    private bool Told(bool saved)
    {
        if (saved)
        {
            changes.Raise();
        }

        return saved;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The device of enrollment {Enrollment} names another device in DevInfo than in its header")]
        public static partial void NamesAnother(ILogger logger, string enrollment);
    }
}
