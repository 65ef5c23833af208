using System.Collections.Immutable;
using System.Security.Cryptography;
using MamConsole.PolicyEngine.OneOffs;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>What a message may mean for one-off commands.</summary>
/// <param name="Device">As it was loaded.</param>
/// <param name="Runs">What is out in the live session that the message continues.</param>
/// <param name="Turn">What the message means.</param>
/// <param name="SessionId">The session, as the device names it.</param>
/// <param name="MayAsk">Whether the device takes commands now and the policy's step has none for it.</param>
/// <param name="Now">The time of the call.</param>
internal sealed record OneOffTurn(DeviceRecord Device, ImmutableArray<OneOffRun> Runs, Turn Turn, string SessionId, bool MayAsk, DateTimeOffset Now);

/// <summary>What one message changed: the commands to send, what is then out, and what is to be written before they leave.</summary>
internal sealed record OneOffProgress(ImmutableArray<SyncCommand> Commands, ImmutableArray<OneOffRun> Runs, Func<Transaction, Task> WriteAsync)
{
    public static OneOffProgress Nothing(ImmutableArray<OneOffRun> runs) => new([], runs, _ => Task.CompletedTask);
}

/// <summary>
/// Takes one-off commands through a session, once the policy's step has nothing more to send: hears the answers, asks on, and takes the next
/// ones from the queue. A command whose session died is asked again in the next one, three times at most.
/// </summary>
internal sealed class OneOffRunner(CommandQueue queue, DeviceApplication application, Dialect dialect)
{
    private readonly OneOffContext context = new(application.ProviderId, application.UnenrollNode, () => RandomNumberGenerator.GetHexString(32));

    public async Task<OneOffProgress> AdvanceAsync(OneOffTurn turn, CancellationToken ct)
    {
        var runs = turn.Turn.Kind == TurnKind.Continuation ? Hear(turn.Runs, turn.Turn) : turn.Runs;
        if (!turn.MayAsk || (runs.IsEmpty && !turn.Device.HasCommands))
        {
            return OneOffProgress.Nothing(runs);
        }

        var outcomes = runs.Select(run => (run.Id, Outcome: OneOffPlan.Next(run, context))).ToArray();
        var next = outcomes.Select(o => o.Outcome).OfType<OneOffOutcome.GoesOn>().Select(o => o.Run).ToList();
        var open = await queue.OpenAsync(turn.Device.Enrollment.Key, ct);
        var candidates = Candidates(open, [.. runs.Select(r => r.Id)], turn.Now);
        var taken = Choose(candidates.Waiting, next);
        next.AddRange(taken.Select(c => OneOffPlan.Begin(c.Id, c.Command, context)));
        ImmutableArray<OneOffRun> sending = [.. next];

        return new OneOffProgress(OneOffBatch.Build(sending).Commands, sending, async tx =>
        {
            foreach (var (id, outcome) in outcomes)
            {
                await WriteAsync(tx, id, outcome, turn.Now);
            }

            foreach (var lost in candidates.Lost)
            {
                await CommandQueue.EndAsync(tx, lost.Id, lost.State == CommandState.Sent ? CommandState.Failed : CommandState.Expired, null, turn.Now);
                if (lost.Command is OneOffCommand.Unenroll)
                {
                    // Nobody waits for it any more: it may stay.
                    await DeviceBlocks.SetRetiringAsync(tx, turn.Device.Enrollment.Key, null);
                }
            }

            await CommandQueue.RequeueAsync(tx, dialect, candidates.Again);
            var claimed = await CommandQueue.ClaimAsync(tx, dialect, [.. taken.Select(c => c.Id)], turn.SessionId, turn.Now);
            if (claimed.Count != taken.Length)
            {
                // The device's revision was checked in this transaction, and whoever takes a command back counts it up first.
                throw new InvalidOperationException($"Of {taken.Length} one-off commands {claimed.Count} were left to claim.");
            }
        });
    }

    /// <summary>The way out that a device was shown as often as it may be, and calls all the same; null when there is none.</summary>
    public async Task<DeviceCommand?> FindIgnoredAsync(DeviceRecord device, CancellationToken ct) =>
        device is { HasCommands: true, Enrollment.RetiringSince: not null }
            ? (await queue.OpenAsync(device.Enrollment.Key, ct)).FirstOrDefault(c => c is { Command: OneOffCommand.Unenroll, State: CommandState.Sent, Attempts: >= DeviceCommand.MaximumAttempts })
            : null;

    /// <summary>Whether a device that says farewell was asked to: it was told so, or its calls are refused so that it leaves.</summary>
    public async Task<bool> WasAskedToLeaveAsync(DeviceRecord device, CancellationToken ct) =>
        device.Enrollment.RetiringSince is not null
        && (device.Enrollment.BlockReason == BlockReason.Retiring
            || (await queue.OpenAsync(device.Enrollment.Key, ct)).Any(c => c is { Command: OneOffCommand.Unenroll, State: CommandState.Sent }));

    /// <summary>Adds what this message says to what the package said before.</summary>
    private static ImmutableArray<OneOffRun> Hear(ImmutableArray<OneOffRun> runs, Turn turn)
    {
        var heard = runs.ToArray();
        var ids = OneOffBatch.Build(runs).Ids.ToDictionary(n => n.CmdId, StringComparer.Ordinal);
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
    private static (DeviceCommand[] Waiting, string[] Again, DeviceCommand[] Lost) Candidates(IReadOnlyList<DeviceCommand> open, HashSet<string> running, DateTimeOffset now)
    {
        var idle = open.Where(c => !running.Contains(c.Id)).ToArray();
        var lost = idle.Where(c => c.ExpiresAt <= now || (c.State == CommandState.Sent && c.Attempts >= DeviceCommand.MaximumAttempts)).ToArray();
        var waiting = idle.Except(lost).ToArray();
        return (waiting, [.. waiting.Where(c => c.State == CommandState.Sent).Select(c => c.Id)], lost);
    }

    /// <summary>As many as a message holds, in the order of asking; the way out alone, after everything else.</summary>
    private DeviceCommand[] Choose(DeviceCommand[] waiting, List<OneOffRun> running)
    {
        var asks = running.Sum(r => r.Asks.Count);
        var others = waiting.Where(c => c.Command is not OneOffCommand.Unenroll).ToArray();
        if (running.Count == 0 && others.Length == 0)
        {
            return [.. waiting.Take(1)];
        }

        return [.. others.TakeWhile(c => (asks += OneOffPlan.Begin(c.Id, c.Command, context).Asks.Count) <= OneOffBatch.MaximumAsks)];
    }

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
