using System.Globalization;
using System.Text.Json.Nodes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Audit;

/// <summary>
/// The audit trail. An event is written in the transaction of the change that it records, so that neither is stored without the other.
/// </summary>
internal sealed class AuditTrail(TimeProvider time)
{
    /// <returns>The event's sequence number. Numbers always increase; a rolled-back write may leave a gap on PostgreSQL.</returns>
    public Task<long> Append(Transaction transaction, AuditEvent what)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(what);

        var at = time.GetInstant();
        var tree = AuditJson.Write(what);
        tree["at"] = Text(at);
        return transaction.ScalarAsync<long>(
            """
            INSERT INTO audit_events (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, subject_name, words,
                canonical)
            VALUES (@At, @ActorKind, @ActorId, @ActorName, @Action, @SubjectKind, @SubjectId, @SubjectName, @Words, @Canonical)
            RETURNING sequence
            """,
            new
            {
                At = at,
                ActorKind = (int)what.Actor.Kind,
                ActorId = what.Actor.Id,
                ActorName = what.Actor.DisplayName,
                Action = tree["action"]!.GetValue<string>(),
                SubjectKind = (int)what.Subject.Kind,
                SubjectId = what.Subject.Id,
                SubjectName = what.Subject.Name,
                // The column is named after the sentences that older versions stored in it.
                Words = AuditJson.SearchText(tree),
                Canonical = CanonicalJson.Write(tree),
            }
        );
    }

    private static JsonNode Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
