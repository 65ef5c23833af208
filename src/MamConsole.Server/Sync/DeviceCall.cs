using System.Collections.Immutable;
using System.Diagnostics;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.DeviceRequests;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>
/// Processes one message of a device from load to commit: the pure parts decide; this class loads their input and writes their changes in
/// one group commit before the response is sent.
/// </summary>
internal sealed partial class DeviceCall(
    Database database,
    DeviceStore devices,
    DeploymentStepRunner steps,
    DeviceActionRunner deviceActions,
    ActivePolicyCache activePolicies,
    AuditTrail audit,
    SessionLog log,
    FleetChanges changes,
    PublicAddress address,
    TimeProvider time,
    ILogger<DeviceCall> logger
)
{
    private const int MaximumAttempts = 3;

    /// <summary>A session without a message for longer is over (docs/reference/protocol.md §4.3).</summary>
    private static readonly TimeSpan SessionIdle = TimeSpan.FromMinutes(15);

    /// <summary>The same bytes after this time start a new session: SessionIDs repeat (docs/reference/protocol.md §4.1).</summary>
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
                return new CallOutcome.Forbidden(RejectedCallCause.NotEnrolled, null);
            }

            var serverAddress = new Uri(address.Value, $"/mam/sync/{device.Enrollment.Id}").ToString();
            var now = time.GetInstant();
            var session = LiveSessionOf(device, message, now);
            var package = ServerSession.Receive(message, received.BodyHash, session?.Live);
            if (package.DeviceInfo.TryGetValue("DevId", out var named) && named != message.Header.Source)
            {
                // Only logged until a real PC shows that both IDs are always equal (docs/reference/contract.md §3).
                Log.NamesAnother(logger, device.Enrollment.Id);
            }

            if (device.Enrollment.BlockedAt is not null && !(package.Kind == PackageKind.NewSession && package.Unenrolls))
            {
                // The response is that for an unknown device. Only its unenrollment alert is accepted: it is sent once and ends the
                // enrollment.
                return CallOutcome.Forbidden.Of(device.Enrollment);
            }

            SyncTracing.Current?.SetTag(DeviceTracing.EnrollmentId, device.Enrollment.Id).SetTag(SyncTracing.Kind, package.Kind.ToString());
            var call = new Call(device, session, received, package, serverAddress, now, began);
            switch (package.Kind)
            {
                case PackageKind.Repeat:
                    return await ExtraAsync(call, SyncMLWriter.Write(await RepeatAsync(device, session!, message, serverAddress, ct)), ct);
                case PackageKind.OutOfOrder:
                    return await ExtraAsync(call, call.Answer([]), ct);
            }

            if (
                package is { Kind: PackageKind.NewSession, Unenrolls: false }
                && await deviceActions.FindIgnoredAsync(device, ct) is { } ignored
            )
            {
                if (await RejectAsync(call, ignored, ct))
                {
                    return new CallOutcome.Forbidden(RejectedCallCause.Retiring, device.Enrollment);
                }

                continue;
            }

            var answer = package.Unenrolls ? await UnenrollAsync(call, ct) : await AdvanceAsync(call, ct);
            if (answer is not null)
            {
                Log.Answered(logger, device.Enrollment.Id, package.Kind);
                return new CallOutcome.Answer(answer);
            }
        }

        return new CallOutcome.Busy();
    }

    /// <summary>A message with the state against which it is evaluated.</summary>
    private sealed record Call(
        DeviceRecord Device,
        StoredSession? Session,
        DeviceMessage Received,
        ReceivedPackage Package,
        string ServerAddress,
        DateTimeOffset Now,
        long Began
    )
    {
        /// <summary>The bytes of the response with these commands.</summary>
        public byte[] Answer(ImmutableArray<SyncCommand> commands) =>
            SyncMLWriter.Write(ServerSession.Reply(Received.Message, Package, commands, ServerAddress));
    }

    /// <summary>The message and its response for the session log.</summary>
    private RecordedExchange Record(
        Call call,
        byte[] answer,
        DeviceSyncState after,
        SessionEnding ending,
        ImmutableArray<SyncCommand> sent = default
    ) =>
        log.Prepare(
            new RecordedExchange
            {
                Message = call.Received.Message,
                Package = call.Package,
                Request = call.Received.Body,
                Answer = answer,
                Sent = sent.IsDefault ? [] : sent,
                ReceivedAt = call.Now,
                Duration = time.GetElapsedTime(call.Began),
                Before = call.Device.SyncState,
                After = after,
                Ending = ending,
            }
        );

    /// <summary>A message that changes nothing; it is recorded like any other.</summary>
    private async Task<CallOutcome> ExtraAsync(Call call, byte[] answer, CancellationToken ct)
    {
        var exchange = Record(call, answer, call.Device.SyncState, SessionEnding.Open);
        await CommitAsync(
            async tx =>
            {
                await log.AddExtraAsync(tx, call.Device, exchange, ct);
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
            session.PendingStatuses,
            session.Ending != ReplyEnding.Final ? []
                : session.DeviceActions.IsEmpty ? await steps.CommandsAsync(session, device.Enrollment.Grouping, ct)
                : DeviceActionBatch.Build(session.DeviceActions, session.DeviceActionFirstId).Commands,
            serverAddress,
            session.Ending,
            session.ChunkLost
        );

    /// <summary>The device unenrolls. It may never check in again, so all its open work ends here.</summary>
    private async Task<byte[]?> UnenrollAsync(Call call, CancellationToken ct)
    {
        var enrollment = call.Device.Enrollment;
        var wasRequested = await deviceActions.IsUnenrollRequestedAsync(call.Device, ct);
        var answer = call.Answer([]);
        var exchange = Record(call, answer, call.Device.SyncState, SessionEnding.Unenrolled);
        var saved = await CommitAsync(
            async tx =>
            {
                if (
                    !await DeviceStore.EndAsync(
                        tx,
                        call.Device,
                        wasRequested ? EndReason.Retired : EndReason.DeviceUnenrolled,
                        call.Now,
                        ct
                    )
                )
                {
                    return false;
                }

                var cause = wasRequested ? UnenrollCause.Retired : UnenrollCause.AccountRemoved;
                await audit.Append(
                    tx,
                    new AuditEvent.DeviceUnenrolled(enrollment.Id, enrollment.DeviceName, enrollment.Upn, cause)
                    {
                        Actor = new Actor.Device(enrollment.Id, enrollment.DeviceName),
                    }
                );
                await log.AddAsync(tx, call.Device, exchange, ct);
                return true;
            },
            ct
        );
        return NotifyIfSaved(saved) ? answer : null;
    }

    /// <summary>
    /// The device was sent the Unenroll command the maximum number of times and still checks in: from now on its requests are rejected, so
    /// that it loses contact and unenrolls by its own timer, if it has one (docs/reference/protocol.md §6.1, plan B).
    /// </summary>
    private async Task<bool> RejectAsync(Call call, DeviceCommand ignored, CancellationToken ct)
    {
        var enrollment = call.Device.Enrollment;
        var saved = await CommitAsync(
            async tx =>
            {
                if (
                    !await DeviceStore.SaveAsync(
                        tx,
                        enrollment,
                        call.Device.SyncState,
                        call.Device.SyncState with
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
                        "it was sent the Unenroll command three times and did not unenroll"
                    )
                    {
                        Actor = new Actor.Job("Retirement"),
                    }
                );
                return true;
            },
            ct
        );
        return NotifyIfSaved(saved);
    }

    /// <summary>Advances the device by one message. Null when another request of this device was committed in the meantime.</summary>
    private async Task<byte[]?> AdvanceAsync(Call call, CancellationToken ct)
    {
        var (device, session, package, now) = (call.Device, call.Session, call.Package, call.Now);
        var message = call.Received.Message;
        var continued = package.Kind == PackageKind.Continuation ? session : null;
        var assigned = continued is not null ? continued.Assigned : await AssignedAsync(device.Enrollment, ct);
        var budget = MessageSizeBudget.Of(package.MaxMessageSize ?? continued?.MaxMessageSize, () => call.Answer([]).Length);
        var progress = continued is { DeviceActions.IsEmpty: false }
            ? DeploymentStepProgress.Idle(device.SyncState, continued)
            : await steps.AdvanceAsync(device, continued, assigned, package, message.Header.SessionId, budget, now, ct);
        var mayRequest =
            package.AcceptsCommands
            && progress.Commands.IsEmpty
            && progress.Session.Login is not (LoginStatus.Others or LoginStatus.None)
            && budget.IsEnough;
        var requested = await deviceActions.AdvanceAsync(
            new DeviceActionExchange(device, continued, package, message.Header.SessionId, mayRequest ? budget : null, now),
            ct
        );
        var commands = progress.Commands.AddRange(requested.Commands);
        var live = ServerSession.Advance(message, call.Received.BodyHash, session?.Live, package, commands);
        var answer = call.Answer(commands);
        var state = progress.SyncState with { Assigned = assigned, LastContact = now };
        var ending =
            package.Aborts ? SessionEnding.Aborted
            : live is null ? SessionEnding.Closed
            : SessionEnding.Open;
        var exchange = Record(call, answer, state, ending, commands);
        await TraceAnswerAsync(assigned, commands.Length, ct);

        var saved = await CommitAsync(
            async tx =>
            {
                if (!await DeviceStore.SaveAsync(tx, device.Enrollment, device.SyncState, state, ct))
                {
                    return false;
                }

                await progress.WriteAsync(tx, ct);
                await requested.WriteAsync(tx);
                await log.AddAsync(tx, device, exchange, ct);
                if (live is not null && !package.Aborts)
                {
                    var stored = progress.Session with
                    {
                        Live = live,
                        PendingStatuses = package.PendingStatuses,
                        Ending = package.Ending,
                        ChunkLost = package.ChunkLost,
                        Assigned = assigned,
                        DeviceActions = requested.Runs,
                        DeviceActionFirstId = requested.FirstId,
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
        return NotifyIfSaved(saved) ? answer : null;
    }

    private async ValueTask<long> AssignedAsync(EnrolledDevice enrollment, CancellationToken ct) =>
        AssignmentChoice.For(enrollment.Subject, await activePolicies.GetAsync(ct), activePolicy => activePolicy.Candidate)?.VersionId ?? 0;

    private async Task<T> CommitAsync<T>(Func<Transaction, Task<T>> work, CancellationToken ct)
    {
        using var span = SyncTracing.Source.StartActivity(SyncTracing.Commit);
        return await database.CommitAsync(work, ct);
    }

    /// <summary>A version that is no longer in effect is recorded without its policy: its session is about to end.</summary>
    private async ValueTask TraceAnswerAsync(long assigned, int commands, CancellationToken ct)
    {
        if (SyncTracing.Current is not { } span)
        {
            return;
        }

        var policy = (await activePolicies.GetAsync(ct)).FirstOrDefault(active => active.VersionId == assigned);
        span.SetTag(SyncTracing.PolicyId, policy?.PolicyId)
            .SetTag(SyncTracing.PolicyVersion, policy?.Number)
            .SetTag(SyncTracing.Commands, commands)
            .AddEvent(new ActivityEvent("commands answered"));
    }

    private bool NotifyIfSaved(bool saved)
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

        [LoggerMessage(2, LogLevel.Debug, "The device of enrollment {Enrollment} checked in and was answered ({Kind})")]
        public static partial void Answered(ILogger logger, string enrollment, PackageKind kind);
    }
}
