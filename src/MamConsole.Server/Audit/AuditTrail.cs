using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Audit;

/// <summary>Who did what. An event is written in the transaction of what it tells, so that neither stands without the other.</summary>
internal sealed class AuditTrail(TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <returns>The event's sequence number. Numbers only grow; a write that was undone may leave a gap on PostgreSQL.</returns>
    public Task<long> Append(Transaction transaction, AuditEvent what)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(what);

        var at = time.GetInstant();
        var tree = JsonSerializer.SerializeToNode(what, Json)!.AsObject();
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
                Words = what.InWords(),
                Canonical = CanonicalJson.Write(tree),
            }
        );
    }

    private static JsonNode Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
