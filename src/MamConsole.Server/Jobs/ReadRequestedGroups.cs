using System.Data.Common;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Jobs;

/// <summary>Reads the groups of people who just enrolled, as soon as it can: their PC's first call comes within a minute.</summary>
internal sealed partial class ReadRequestedGroups(
    Database database,
    GroupRequests requests,
    GroupReading reading,
    FleetChanges changes,
    JobSchedule schedule,
    ILogger<ReadRequestedGroups> logger
) : BackgroundService
{
    /// <summary>Reads for everybody who is asked for by now.</summary>
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
            // The server stops; the job finds who was left over.
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
            "The groups of a person who enrolled were not kept: {Database} failed; they are read again soon"
        )]
        public static partial void NotStored(ILogger logger, string database, Exception error);
    }
}
