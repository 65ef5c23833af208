using System.Text.Json;
using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Audit;

/// <summary>Reads the audit trail. The caller checks access.</summary>
internal sealed class AuditStore(Database database)
{
    private const string Columns =
        "sequence, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, subject_name, words, canonical";

    public Task<AuditPage> PageAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var take = Math.Clamp(filter.Take, 1, 200);
        string[] conditions =
        [
            .. If(filter.Before is not null, "sequence < @Before"),
            .. If(filter.ActorId is not null, "actor_id = @ActorId"),
            .. If(filter.SubjectKind is not null, "subject_kind = @SubjectKind"),
            .. If(filter.SubjectId is not null, "subject_id = @SubjectId"),
            .. If(filter.Action is not null, "action = @Action"),
            .. If(
                !string.IsNullOrWhiteSpace(filter.Text),
                $"lower(words || ' ' || actor_name || ' ' || subject_name) LIKE lower(@Text) {LikePattern.Escape}"
            ),
        ];
        var where = conditions.Length == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);
        var values = new
        {
            filter.Before,
            filter.ActorId,
            SubjectKind = (int?)filter.SubjectKind,
            filter.SubjectId,
            filter.Action,
            Text = LikePattern.Containing(filter.Text?.Trim() ?? ""),
            More = take + 1,
        };

        return database.ReadAsync(
            async connection =>
            {
                var rows = (
                    await connection.QueryAsync<Row>(
                        $"SELECT {Columns} FROM audit_events {where} ORDER BY sequence DESC LIMIT @More",
                        values
                    )
                ).AsList();
                return new AuditPage([.. rows.Take(take).Select(ToEntry)], rows.Count > take ? rows[take - 1].Sequence : null);
            },
            cancellationToken
        );
    }

    private static IEnumerable<string> If(bool given, string condition) => given ? [condition] : [];

    private static AuditEntry ToEntry(Row row)
    {
        using var document = JsonDocument.Parse(row.Canonical);
        return new AuditEntry
        {
            Sequence = row.Sequence,
            At = row.At,
            Actor = row.ActorKind switch
            {
                ActorKind.Person => new Actor.Person(Guid.Parse(row.ActorId), row.ActorName),
                ActorKind.Device => new Actor.Device(row.ActorId, row.ActorName),
                _ => new Actor.Job(row.ActorName),
            },
            Action = row.Action,
            Subject = new AuditSubject(row.SubjectKind, row.SubjectId, row.SubjectName),
            // An older version stored the sentence itself; an event of a newer version is shown by its code and values.
            Summary = AuditJson.TryRead(row.Canonical, out var what) ? what.Summary() : row.Words,
            Event = document.RootElement.Clone(),
        };
    }

    private sealed class Row
    {
        public required long Sequence { get; init; }

        public required DateTimeOffset At { get; init; }

        public required ActorKind ActorKind { get; init; }

        public required string ActorId { get; init; }

        public required string ActorName { get; init; }

        public required string Action { get; init; }

        public required SubjectKind SubjectKind { get; init; }

        public required string SubjectId { get; init; }

        public required string SubjectName { get; init; }

        public required string Words { get; init; }

        public required byte[] Canonical { get; init; }
    }
}
