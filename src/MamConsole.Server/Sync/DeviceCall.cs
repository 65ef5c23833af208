using System.Collections.Immutable;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>One message as it came.</summary>
/// <param name="Message">What it says.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="PathId">The id that its address ends in; null when there is none.</param>
internal sealed record DeviceMessage(SyncMLMessage Message, ReadOnlyMemory<byte> Body, string? PathId)
{
    /// <summary>Tells the same bytes again from a new message.</summary>
    public string BodyHash { get; } = ServerSession.HashOf(Body.Span);
}

/// <summary>What becomes of a message from a proven person.</summary>
internal abstract record CallOutcome
{
    private CallOutcome() { }

    /// <summary>The answer's bytes; everything it rests on is committed.</summary>
    public sealed record Answer(byte[] Body) : CallOutcome;

    /// <summary>Nothing of this person's is enrolled under that device id or path. One answer for all such cases.</summary>
    public sealed record Forbidden : CallOutcome;

    /// <summary>Other calls of the same device kept winning.</summary>
    public sealed record Busy : CallOutcome;
}

/// <summary>
/// One message of a device from load to commit (house §3, hop 6): the pure parts decide, this loads what they need and writes what they
/// say, in one group commit, before the answer leaves.
/// </summary>
internal sealed partial class DeviceCall(
    Database database, DeviceStore devices, StepRunner steps, PolicyHeads heads, AuditTrail audit, FleetChanges changes, PublicAddress address, TimeProvider time, ILogger<DeviceCall> logger)
{
    private const int MaximumAttempts = 3;

    /// <summary>A session that was silent for longer is over (protocol.md §4.3).</summary>
    private static readonly TimeSpan SessionIdle = TimeSpan.FromMinutes(15);

    /// <summary>The same bytes later than this are a new session: SessionIDs repeat (protocol.md §4.1).</summary>
    private static readonly TimeSpan RepeatWindow = TimeSpan.FromMinutes(5);

    public async Task<CallOutcome> AnswerAsync(DeviceIdentity identity, DeviceMessage received, CancellationToken ct)
    {
        var message = received.Message;
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

            switch (turn.Kind)
            {
                case TurnKind.Repeat:
                    return new CallOutcome.Answer(SyncMLWriter.Write(await RepeatAsync(device, session!, message, serverAddress, ct)));
                case TurnKind.OutOfPlace:
                    return new CallOutcome.Answer(SyncMLWriter.Write(ServerSession.Reply(message, turn, [], serverAddress)));
            }

            var call = new Call(device, session, received, turn, serverAddress, now);
            var answer = turn.Unenrolls ? await UnenrollAsync(call, ct) : await AdvanceAsync(call, ct);
            if (answer is not null)
            {
                return new CallOutcome.Answer(answer);
            }
        }

        return new CallOutcome.Busy();
    }

    /// <summary>A message with all that it is weighed against.</summary>
    private sealed record Call(DeviceRecord Device, StoredSession? Session, DeviceMessage Received, Turn Turn, string ServerAddress, DateTimeOffset Now)
    {
        /// <summary>The bytes of the answer that carries these commands.</summary>
        public byte[] Answer(ImmutableArray<SyncCommand> commands) => SyncMLWriter.Write(ServerSession.Reply(Received.Message, Turn, commands, ServerAddress));
    }

    private static StoredSession? LiveSessionOf(DeviceRecord device, SyncMLMessage message, DateTimeOffset now)
    {
        var idle = now - (device.SessionAt ?? now);
        var over = idle > SessionIdle || (idle > RepeatWindow && message.Header.MessageId == device.Session?.Live.LastMessageId);
        return over ? null : device.Session;
    }

    private async Task<SyncMLMessage> RepeatAsync(DeviceRecord device, StoredSession session, SyncMLMessage message, string serverAddress, CancellationToken ct) =>
        ServerSession.Reply(
            message.Header.SessionId, message.Header.MessageId, message.Header.Source, session.Owed,
            session.Ending == ReplyEnding.Final ? await steps.CommandsAsync(session, device.Enrollment.Grouping, ct) : [],
            serverAddress, session.Ending, session.ChunkLost);

    /// <summary>The device leaves. It may never call again, so everything of it ends here.</summary>
    private async Task<byte[]?> UnenrollAsync(Call call, CancellationToken ct)
    {
        var enrollment = call.Device.Enrollment;
        var answer = call.Answer([]);
        var saved = await database.CommitAsync(async tx =>
        {
            if (!await DeviceStore.EndAsync(tx, call.Device, EndReason.DeviceUnenrolled, call.Now, ct))
            {
                return false;
            }

            await audit.Append(tx, new AuditEvent.DeviceUnenrolled(enrollment.Id, enrollment.DeviceName, enrollment.Upn, "the device said that its work account was removed")
            {
                Actor = new Actor.Device(enrollment.Id, enrollment.DeviceName),
            });
            return true;
        }, ct);
        return Told(saved) ? answer : null;
    }

    /// <summary>Takes the device one message further. Null when another call of this device was answered meanwhile.</summary>
    private async Task<byte[]?> AdvanceAsync(Call call, CancellationToken ct)
    {
        var (device, session, turn, now) = (call.Device, call.Session, call.Turn, call.Now);
        var message = call.Received.Message;
        var continues = turn.Kind == TurnKind.Continuation && session is not null;
        var assigned = continues ? session!.Assigned : await AssignedAsync(device.Enrollment, ct);
        var room = MessageRoom.Of(turn.MaxMessageSize ?? (continues ? session!.MaxMessageSize : null), () => call.Answer([]).Length);
        var progress = await steps.AdvanceAsync(device, continues ? session : null, assigned, turn, message.Header.SessionId, room, now, ct);
        var live = ServerSession.Remember(message, call.Received.BodyHash, session?.Live, turn, progress.Commands);
        var answer = call.Answer(progress.Commands);

        var saved = await database.CommitAsync(async tx =>
        {
            if (!await DeviceStore.SaveAsync(tx, device.Enrollment, device.Standing, progress.Standing with { Assigned = assigned, LastContact = now }, ct))
            {
                return false;
            }

            await progress.WriteAsync(tx, ct);
            if (live is not null && !turn.Aborts)
            {
                var stored = progress.Session with { Live = live, Owed = turn.Owed, Ending = turn.Ending, ChunkLost = turn.ChunkLost, Assigned = assigned };
                await DeviceStore.SaveSessionAsync(tx, device.Enrollment.Key, stored, now, ct);
            }
            else if (device.Session is not null)
            {
                await DeviceStore.DeleteSessionAsync(tx, device.Enrollment.Key, ct);
            }

            return true;
        }, ct);
        return Told(saved) ? answer : null;
    }

    private async ValueTask<long> AssignedAsync(EnrolledDevice enrollment, CancellationToken ct) =>
        AssignmentChoice.For(enrollment.Upn, await heads.GetAsync(ct), head => head.Assignment)?.VersionId ?? 0;

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
