using Dapper;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Jobs;

/// <summary>The retention periods, the size of the history and its forecast.</summary>
internal sealed class RetentionQueries(Database database, RetentionOptions retention, HistorySizes sizes, FleetCounters fleet)
{
    /// <summary>The number of days over which growth is averaged.</summary>
    private const int Days = 7;

    public async Task<Outcome<RetentionReport>> GetAsync(Administrator who, CancellationToken ct)
    {
        if (who.Lacks(Ability.ReadAudit) is { } lacking)
        {
            return lacking;
        }

        var latest = await sizes.LatestAsync(ct);
        var added = await sizes.AddedInADayAsync(Days, ct);
        var devices = await fleet.EnrolledAsync(ct);
        var kinds = new List<HistoryReport>();
        var growths = new List<HistoryGrowth>();
        foreach (var size in latest.Where(s => s.Kind != HistoryKind.Database).OrderBy(s => s.Kind))
        {
            var (days, most, rule) = RuleOf(size.Kind, devices);
            var growth = new HistoryGrowth(size.Bytes, size.Entries, added.GetValueOrDefault(size.Kind, size.AddedInADay), days, most);
            growths.Add(growth);
            kinds.Add(
                new HistoryReport(
                    NameOf(size.Kind),
                    size.Entries,
                    size.Bytes,
                    growth.AddedInADay,
                    (long)growth.BytesInADay,
                    rule,
                    days is null ? null : growth.Reaches
                )
            );
        }

        var total = latest.First(s => s.Kind == HistoryKind.Database);
        var forecast = new RetentionForecast(total.Bytes, growths);
        return new RetentionReport
        {
            SessionDays = retention.SessionDays,
            SessionsPerDevice = retention.SessionsPerDevice,
            RecordIdleSessions = retention.RecordIdleSessions,
            EndedEnrollmentDays = retention.EndedEnrollmentDays,
            AuditDays = retention.AuditDays,
            MeasuredAt = total.MeasuredAt,
            DatabaseBytes = total.Bytes,
            Kinds = kinds,
            Reaches = forecast.Reaches,
            GrowsInAYear = forecast.InAYear,
            LastRun = await LastRunAsync(ct),
        };
    }

    private (int? Days, long? Most, string Rule) RuleOf(HistoryKind kind, long devices) =>
        kind switch
        {
            HistoryKind.Sessions => (
                retention.SessionDays,
                devices * (retention.SessionsPerDevice + 1),
                $"{retention.SessionDays} days, {retention.SessionsPerDevice} for each PC"
            ),
            HistoryKind.AuditEvents when retention.AuditDays > 0 => (retention.AuditDays, null, $"{retention.AuditDays} days"),
            HistoryKind.Acknowledgements or HistoryKind.Devices when retention.EndedEnrollmentDays > 0 => (
                null,
                null,
                $"While the PC is enrolled, and {retention.EndedEnrollmentDays} days after"
            ),
            HistoryKind.Acknowledgements or HistoryKind.Devices => (null, null, "No limit"),
            _ => (null, null, "No limit"),
        };

    private static string NameOf(HistoryKind kind) =>
        kind switch
        {
            HistoryKind.Sessions => "Sessions",
            HistoryKind.AuditEvents => "Audit events",
            HistoryKind.Acknowledgements => "Acknowledged versions",
            HistoryKind.Devices => "Enrolled and ended PCs",
            _ => "Policy versions",
        };

    private Task<JobRun?> LastRunAsync(CancellationToken ct) =>
        database.ReadAsync(
            async c =>
            {
                var row = await c.QuerySingleOrDefaultAsync<Row>(
                    new CommandDefinition(
                        "SELECT began_at, ended_at, next_at, said FROM job_leases WHERE name = @name",
                        new { name = PruneHistory.JobName },
                        cancellationToken: ct
                    )
                );
                return row?.EndedAt is { } ended ? new JobRun(ended, row.NextAt, row.Said) : null;
            },
            ct
        );

    private sealed class Row
    {
        public DateTimeOffset? BeganAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }
        public required DateTimeOffset NextAt { get; init; }
        public required string Said { get; init; }
    }
}
