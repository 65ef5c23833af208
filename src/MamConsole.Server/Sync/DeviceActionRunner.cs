using System.Collections.Immutable;
using System.Security.Cryptography;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Protocol.Session;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>
/// Processes device actions in a session, after the deployment step has no more commands to send: applies the results, continues actions in
/// progress and takes the next ones from the queue. An action whose session was aborted is sent again in the next session, three times at
/// most.
/// </summary>
internal sealed class DeviceActionRunner(CommandQueue queue, DeviceApplication application, Dialect dialect)
{
    private readonly DeviceActionContext context = new(
        application.ProviderId,
        application.UnenrollNode,
        () => RandomNumberGenerator.GetHexString(32)
    );

    public async Task<DeviceActionProgress> AdvanceAsync(DeviceActionExchange exchange, CancellationToken ct)
    {
        var runs = exchange.Session is { } session ? ApplyAnswers(session, exchange.Package) : [];
        if (exchange.SizeBudget is not { } budget || (runs.IsEmpty && !exchange.Device.HasCommands))
        {
            return DeviceActionProgress.Nothing(runs, exchange.Session?.DeviceActionFirstId ?? 0);
        }

        var outcomes = runs.Select(run => (run.Id, Outcome: DeviceActionPlan.Next(run, context))).ToArray();
        var next = outcomes.Select(o => o.Outcome).OfType<DeviceActionOutcome.Continues>().Select(o => o.Run).ToArray();
        var open = await queue.OpenAsync(exchange.Device.Enrollment.Key, ct);
        var candidates = Candidates(open, [.. runs.Select(r => r.Id)], exchange.Now);
        var sending = DeviceActionBatch.Fit(
            next.Concat(Choose(candidates.Waiting, next.Length > 0).Select(c => DeviceActionPlan.Begin(c.Id, c.Command, context))),
            budget
        );
        var taken = sending.Select(r => r.Id).Except(next.Select(r => r.Id)).ToArray();

        // Each message has its own command IDs: a delayed result in a later message then matches no command of that message.
        var firstId = CommandBatch.FirstIdAt(exchange.Device.SyncState.Revision);
        return new DeviceActionProgress(
            DeviceActionBatch.Build(sending, firstId).Commands,
            sending,
            firstId,
            async tx =>
            {
                foreach (var (id, outcome) in outcomes)
                {
                    await WriteAsync(tx, id, outcome, exchange.Now);
                }

                foreach (var lost in candidates.Lost)
                {
                    await CommandQueue.EndAsync(
                        tx,
                        lost.Id,
                        lost.State == CommandState.Sent ? CommandState.Failed : CommandState.Expired,
                        null,
                        exchange.Now
                    );
                    if (lost.Command is DeviceActionCommand.Unenroll)
                    {
                        // The unenrollment was canceled: the device may stay enrolled.
                        await DeviceBlocks.SetRetiringAsync(tx, exchange.Device.Enrollment.Key, null);
                    }
                }

                await CommandQueue.RequeueAsync(tx, dialect, candidates.Again);
                var claimed = await CommandQueue.ClaimAsync(tx, dialect, taken, exchange.SessionId, exchange.Now);
                if (claimed.Count != taken.Length)
                {
                    // The device's revision was checked in this transaction, and a cancellation increments it first.
                    throw new InvalidOperationException($"Only {claimed.Count} of {taken.Length} device actions could be claimed.");
                }
            }
        );
    }

    /// <summary>
    /// The Unenroll command that was sent to the device the maximum number of times without effect; null when there is none.
    /// </summary>
    public async Task<DeviceCommand?> FindIgnoredAsync(DeviceRecord device, CancellationToken ct) =>
        device is { HasCommands: true, Enrollment.RetiringSince: not null }
            ? (await queue.OpenAsync(device.Enrollment.Key, ct)).FirstOrDefault(c =>
                c is { Command: DeviceActionCommand.Unenroll, State: CommandState.Sent, Attempts: >= DeviceCommand.MaximumAttempts }
            )
            : null;

    /// <summary>
    /// Whether the unenrollment of a device was requested: it was sent the Unenroll command, or its requests are rejected so that it
    /// unenrolls.
    /// </summary>
    public async Task<bool> IsUnenrollRequestedAsync(DeviceRecord device, CancellationToken ct) =>
        device.Enrollment.RetiringSince is not null
        && (
            device.Enrollment.BlockReason == BlockReason.Retiring
            || (await queue.OpenAsync(device.Enrollment.Key, ct)).Any(c =>
                c is { Command: DeviceActionCommand.Unenroll, State: CommandState.Sent }
            )
        );

    /// <summary>Adds the results of this message to the earlier results of the package.</summary>
    private static ImmutableArray<DeviceActionRun> ApplyAnswers(StoredSession session, ReceivedPackage package)
    {
        var received = session.DeviceActions.ToArray();
        var ids = DeviceActionBatch
            .Build(session.DeviceActions, session.DeviceActionFirstId)
            .Ids.ToDictionary(n => n.CmdId, StringComparer.Ordinal);
        foreach (var verdict in package.Verdicts)
        {
            if (ids.TryGetValue(verdict.Command.CmdId, out var at))
            {
                received[at.Run] = DeviceActionPlan.ApplyAnswer(
                    received[at.Run],
                    at.Operation,
                    verdict.Code.Value,
                    verdict.OriginalError,
                    null
                );
            }
        }

        foreach (var reading in package.Readings)
        {
            if (ids.TryGetValue(reading.CmdId, out var at))
            {
                received[at.Run] = DeviceActionPlan.ApplyAnswer(received[at.Run], at.Operation, null, null, reading.Data);
            }
        }

        return [.. received];
    }

    /// <summary>
    /// The actions that may be sent now, those that return to the queue first, and those that exceeded their time or attempts.
    /// </summary>
    private static (DeviceCommand[] Waiting, string[] Again, DeviceCommand[] Lost) Candidates(
        IReadOnlyList<DeviceCommand> open,
        HashSet<string> running,
        DateTimeOffset now
    )
    {
        var idle = open.Where(c => !running.Contains(c.Id)).ToArray();
        var lost = idle.Where(c => c.ExpiresAt <= now || (c.State == CommandState.Sent && c.Attempts >= DeviceCommand.MaximumAttempts))
            .ToArray();
        var waiting = idle.Except(lost).ToArray();
        return (waiting, [.. waiting.Where(c => c.State == CommandState.Sent).Select(c => c.Id)], lost);
    }

    /// <summary>In the order of the queue; the Unenroll command alone, after all others.</summary>
    private static IEnumerable<DeviceCommand> Choose(DeviceCommand[] waiting, bool goesOn) =>
        goesOn || Array.Exists(waiting, c => c.Command is not DeviceActionCommand.Unenroll)
            ? waiting.Where(c => c.Command is not DeviceActionCommand.Unenroll)
            : waiting.Take(1);

    private static async Task WriteAsync(Transaction tx, string id, DeviceActionOutcome outcome, DateTimeOffset now)
    {
        switch (outcome)
        {
            case DeviceActionOutcome.Answered answered:
                await CommandQueue.EndAsync(tx, id, CommandState.Answered, answered.Result, now);
                break;
            case DeviceActionOutcome.Failed failed:
                await CommandQueue.EndAsync(tx, id, CommandState.Failed, failed.Result, now);
                break;
            case DeviceActionOutcome.Delivered delivered:
                await CommandQueue.NoteAsync(tx, id, delivered.Result);
                break;
        }
    }
}
