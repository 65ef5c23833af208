using System.Collections.Immutable;
using System.Security.Cryptography;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.OneOffs;
using MamConsole.Protocol.Session;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>
/// Takes one-off commands through a session, once the policy's step has nothing more to send: hears the answers, asks on, and takes the next
/// ones from the queue. A command whose session died is asked again in the next one, three times at most.
/// </summary>
internal sealed class OneOffRunner(CommandQueue queue, DeviceApplication application, Dialect dialect)
{
    private readonly OneOffContext context = new(
        application.ProviderId,
        application.UnenrollNode,
        () => RandomNumberGenerator.GetHexString(32)
    );

    public async Task<OneOffProgress> AdvanceAsync(OneOffTurn turn, CancellationToken ct)
    {
        var runs = turn.Session is { } session ? Hear(session, turn.Turn) : [];
        if (turn.Room is not { } room || (runs.IsEmpty && !turn.Device.HasCommands))
        {
            return OneOffProgress.Nothing(runs, turn.Session?.OneOffFirstId ?? 0);
        }

        var outcomes = runs.Select(run => (run.Id, Outcome: OneOffPlan.Next(run, context))).ToArray();
        var next = outcomes.Select(o => o.Outcome).OfType<OneOffOutcome.GoesOn>().Select(o => o.Run).ToArray();
        var open = await queue.OpenAsync(turn.Device.Enrollment.Key, ct);
        var candidates = Candidates(open, [.. runs.Select(r => r.Id)], turn.Now);
        var sending = OneOffBatch.Fit(
            next.Concat(Choose(candidates.Waiting, next.Length > 0).Select(c => OneOffPlan.Begin(c.Id, c.Command, context))),
            room
        );
        var taken = sending.Select(r => r.Id).Except(next.Select(r => r.Id)).ToArray();

        // Ids of its own for each message: an answer that comes again in a later one names nothing that was asked there.
        var firstId = CommandBatch.FirstIdAt(turn.Device.Standing.Revision);
        return new OneOffProgress(
            OneOffBatch.Build(sending, firstId).Commands,
            sending,
            firstId,
            async tx =>
            {
                foreach (var (id, outcome) in outcomes)
                {
                    await WriteAsync(tx, id, outcome, turn.Now);
                }

                foreach (var lost in candidates.Lost)
                {
                    await CommandQueue.EndAsync(
                        tx,
                        lost.Id,
                        lost.State == CommandState.Sent ? CommandState.Failed : CommandState.Expired,
                        null,
                        turn.Now
                    );
                    if (lost.Command is OneOffCommand.Unenroll)
                    {
                        // Nobody waits for it any more: it may stay.
                        await DeviceBlocks.SetRetiringAsync(tx, turn.Device.Enrollment.Key, null);
                    }
                }

                await CommandQueue.RequeueAsync(tx, dialect, candidates.Again);
                var claimed = await CommandQueue.ClaimAsync(tx, dialect, taken, turn.SessionId, turn.Now);
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
                c is { Command: OneOffCommand.Unenroll, State: CommandState.Sent, Attempts: >= DeviceCommand.MaximumAttempts }
            )
            : null;

    /// <summary>Whether a device that says farewell was asked to: it was told so, or its calls are refused so that it leaves.</summary>
    public async Task<bool> WasAskedToLeaveAsync(DeviceRecord device, CancellationToken ct) =>
        device.Enrollment.RetiringSince is not null
        && (
            device.Enrollment.BlockReason == BlockReason.Retiring
            || (await queue.OpenAsync(device.Enrollment.Key, ct)).Any(c =>
                c is { Command: OneOffCommand.Unenroll, State: CommandState.Sent }
            )
        );

    /// <summary>Adds what this message says to what the package said before.</summary>
    private static ImmutableArray<OneOffRun> Hear(StoredSession session, Turn turn)
    {
        var heard = session.OneOffs.ToArray();
        var ids = OneOffBatch.Build(session.OneOffs, session.OneOffFirstId).Ids.ToDictionary(n => n.CmdId, StringComparer.Ordinal);
        foreach (var verdict in turn.Verdicts)
        {
            if (ids.TryGetValue(verdict.Command.CmdId, out var at))
            {
                heard[at.Run] = OneOffPlan.Hear(heard[at.Run], at.Ask, verdict.Code.Value, verdict.OriginalError, null);
            }
        }

        foreach (var reading in turn.Readings)
        {
            if (ids.TryGetValue(reading.CmdId, out var at))
            {
                heard[at.Run] = OneOffPlan.Hear(heard[at.Run], at.Ask, null, null, reading.Data);
            }
        }

        return [.. heard];
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
        goesOn || Array.Exists(waiting, c => c.Command is not OneOffCommand.Unenroll)
            ? waiting.Where(c => c.Command is not OneOffCommand.Unenroll)
            : waiting.Take(1);

    private static async Task WriteAsync(Transaction tx, string id, OneOffOutcome outcome, DateTimeOffset now)
    {
        switch (outcome)
        {
            case OneOffOutcome.Answered answered:
                await CommandQueue.EndAsync(tx, id, CommandState.Answered, answered.Result, now);
                break;
            case OneOffOutcome.Failed failed:
                await CommandQueue.EndAsync(tx, id, CommandState.Failed, failed.Result, now);
                break;
            case OneOffOutcome.Delivered delivered:
                await CommandQueue.NoteAsync(tx, id, delivered.Result);
                break;
        }
    }
}
