using System.Data.Common;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Jobs;

/// <summary>
/// Work that comes again and again. Of several servers one runs it, about once in its period; another job is another file that says its
/// name,
/// its period and what it does in small steps.
/// </summary>
internal abstract partial class Job(Database database, JobSchedule schedule, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>How often a server looks whether a job is due.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected Database Database => database;

    protected TimeProvider Time => time;

    /// <summary>Stored: never change it.</summary>
    public abstract string Name { get; }

    /// <summary>From the end of one run to the beginning of the next.</summary>
    protected abstract TimeSpan Period { get; }

    /// <summary>How long a new installation waits before the first run.</summary>
    protected abstract TimeSpan FirstDelay { get; }

    /// <summary>One run.</summary>
    /// <param name="lease">Every write goes through it.</param>
    /// <param name="ct">The server stops.</param>
    /// <returns>What was done, in a sentence; empty when there was nothing to do.</returns>
    protected abstract Task<string> WorkAsync(JobLease lease, CancellationToken ct);

    /// <summary>Runs it now, due or not, unless another server is at it.</summary>
    /// <returns>What was done; null when another server has it.</returns>
    public Task<string?> RunOnceAsync(CancellationToken ct) => RunAsync(always: true, ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!schedule.ByItself)
        {
            return;
        }

        using var timer = new PeriodicTimer(Look, time);
        while (await IsTimeAsync(timer, stoppingToken))
        {
            try
            {
                await RunAsync(always: false, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The server stops: what was begun is undone with its transaction, and begins anew when it is due.
                return;
            }
            catch (JobLeaseLostException lost)
            {
                Log.Lost(logger, lost.Message);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Whatever it is, it must not end the server: the job comes again when it is due.
                Log.Failed(logger, Name, error is DbException ? $"{database.Dialect.Name} failed" : "it broke off", error);
            }
        }
    }

    /// <summary>False when the server stops, with or without notice: that is no fault of a job's.</summary>
    private static async Task<bool> IsTimeAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<string?> RunAsync(bool always, CancellationToken ct)
    {
        if (await JobLease.TakeAsync(database, Name, FirstDelay, always, time, ct) is not { } lease)
        {
            return null;
        }

        var text = await WorkAsync(lease, ct);
        // Up to a tenth more, so that the jobs of many installations on one machine do not meet for ever.
        await lease.EndAsync(text, time.GetUtcNow() + (Period * (1 + (Random.Shared.NextDouble() / 10))), ct);
        if (text.Length > 0)
        {
            Log.Ran(logger, Name, text);
        }

        return text;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Job}: {Text}")]
        public static partial void Ran(ILogger logger, string job, string text);

        [LoggerMessage(2, LogLevel.Warning, "{Reason}")]
        public static partial void Lost(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Error, "The job {Job} did not end: {Reason}")]
        public static partial void Failed(ILogger logger, string job, string reason, Exception error);
    }
}
