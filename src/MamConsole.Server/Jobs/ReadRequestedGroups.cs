using System.Data.Common;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Jobs;

/// <summary>
/// Reads the groups of people who just enrolled as soon as possible: the first check-in of their PC follows within a minute.
/// </summary>
internal sealed partial class ReadRequestedGroups(
    Database database,
    GroupRequests requests,
    GroupReading reading,
    FleetChanges changes,
    JobSchedule schedule,
    ILogger<ReadRequestedGroups> logger
) : BackgroundService
{
    /// <summary>Reads the groups of every person in the queue.</summary>
    public async Task RunOnceAsync(CancellationToken ct)
    {
        while (requests.Reader.TryRead(out var person))
        {
            await ReadAsync(person, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!schedule.ByItself)
        {
            return;
        }

        try
        {
            while (await requests.Reader.WaitToReadAsync(stoppingToken))
            {
                await RunOnceAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; the job reads the remaining people.
            return;
        }
    }

    private async Task ReadAsync(Guid person, CancellationToken ct)
    {
        try
        {
            var outcome = await reading.ReadAsync(person, step => database.WriteAsync(step, ct), null, ct);
            if (outcome is Outcome<bool>.Done { Value: true })
            {
                changes.Raise();
            }
        }
        catch (DbException outage)
        {
            // The job finds the person, whose groups were never read.
            Log.NotStored(logger, database.Dialect.Name, outage);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "The groups of a person who enrolled were not stored: {Database} failed; they are read again soon"
        )]
        public static partial void NotStored(ILogger logger, string database, Exception error);
    }
}
