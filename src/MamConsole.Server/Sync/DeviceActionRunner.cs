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
/// Takes one-off commands through a session, once the policy's step has nothing more to send: hears the answers, asks on, and takes the
/// next
/// ones from the queue. A command whose session died is asked again in the next one, three times at most.
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

        // Ids of its own for each message: an answer that comes again in a later one names nothing that was asked there.
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
                        // Nobody waits for it any more: it may stay.
                        await DeviceBlocks.SetRetiringAsync(tx, exchange.Device.Enrollment.Key, null);
                    }
                }

                await CommandQueue.RequeueAsync(tx, dialect, candidates.Again);
                var claimed = await CommandQueue.ClaimAsync(tx, dialect, taken, exchange.SessionId, exchange.Now);
                if (claimed.Count != taken.Length)
                {
                    // The device's revision was checked in this transaction, and whoever takes a command back counts it up first.
                    throw new InvalidOperationException($"Of {taken.Length} one-off commands {claimed.Count} were left to claim.");
                }
            }
        );
    }

    /// <summary>The way out that a device was shown as often as it may be, and calls all the same; null when there is none.</summary>
    public async Task<DeviceCommand?> FindIgnoredAsync(DeviceRecord device, CancellationToken ct) =>
        device is { HasCommands: true, Enrollment.RetiringSince: not null }
            ? (await queue.OpenAsync(device.Enrollment.Key, ct)).FirstOrDefault(c =>
                c is { Command: DeviceActionCommand.Unenroll, State: CommandState.Sent, Attempts: >= DeviceCommand.MaximumAttempts }
            )
            : null;

    /// <summary>Whether a device that says farewell was asked to: it was told so, or its calls are refused so that it leaves.</summary>
    public async Task<bool> IsUnenrollRequestedAsync(DeviceRecord device, CancellationToken ct) =>
        device.Enrollment.RetiringSince is not null
        && (
            device.Enrollment.BlockReason == BlockReason.Retiring
            || (await queue.OpenAsync(device.Enrollment.Key, ct)).Any(c =>
                c is { Command: DeviceActionCommand.Unenroll, State: CommandState.Sent }
            )
        );

    /// <summary>Adds what this message says to what the package said before.</summary>
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

    /// <summary>What may be asked now, what goes back into the queue for that, and what has waited or tried for too long.</summary>
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

    /// <summary>In the order of asking; the way out alone, after everything else.</summary>
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
