using System.Data.Common;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Jobs;

/// <summary>
/// A recurring job. One of several servers runs it, about once per period. Each job is a class with its name, its period and its work in
/// small steps.
/// </summary>
internal abstract partial class Job(Database database, JobSchedule schedule, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>How often a server checks whether a job is due.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected Database Database => database;

    protected TimeProvider Time => time;

    /// <summary>Stored in the database: never change it.</summary>
    public abstract string Name { get; }

    /// <summary>From the end of one run to the beginning of the next.</summary>
    protected abstract TimeSpan Period { get; }

    /// <summary>The delay before the first run of a new installation.</summary>
    protected abstract TimeSpan FirstDelay { get; }

    /// <summary>One run.</summary>
    /// <param name="lease">All writes use it.</param>
    /// <param name="ct">Canceled when the server stops.</param>
    /// <returns>The result as a sentence; empty when there was nothing to do.</returns>
    protected abstract Task<string> WorkAsync(JobLease lease, CancellationToken ct);

    /// <summary>Runs the job now, even when it is not due, unless another server runs it.</summary>
    /// <returns>The result; null when another server runs the job.</returns>
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
                // The server stops: the current transaction is rolled back, and the job runs again when it is due.
                return;
            }
            catch (JobLeaseLostException lost)
            {
                Log.Lost(logger, lost.Message);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A failure of a job must not stop the server: the job runs again when it is due.
                Log.Failed(logger, Name, error is DbException ? $"{database.Dialect.Name} failed" : "an unexpected error occurred", error);
            }
        }
    }

    /// <summary>False when the server stops; that is not a failure of the job.</summary>
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
        // Up to a tenth more, so that the jobs of several installations on one machine do not always run at the same time.
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

        [LoggerMessage(3, LogLevel.Error, "The job {Job} failed: {Reason}")]
        public static partial void Failed(ILogger logger, string job, string reason, Exception error);
    }
}
