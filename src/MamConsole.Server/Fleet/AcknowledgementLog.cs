using System.Text.Json;
using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>
/// The acknowledgements of devices; a row is added only when the acknowledged version changes. The age of a setting is counted from the
/// first acknowledgement of the latest uninterrupted run that contains its value.
/// </summary>
internal sealed class AcknowledgementLog(Database database)
{
    /// <summary>Lists the acknowledgements of an enrollment, oldest first.</summary>
    public Task<IReadOnlyList<Acknowledgement>> ListAsync(long enrollmentKey, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Acknowledgement>>(
            async c =>
                [
                    .. (
                        await c.QueryAsync<Row>(
                            new CommandDefinition(
                                """
                                SELECT version_id, sent_at, acknowledged_at, read_at, session_id, message_id, without FROM acknowledgements
                                WHERE enrollment_key = @enrollmentKey ORDER BY acknowledgement_key
                                """,
                                new { enrollmentKey },
                                cancellationToken: ct
                            )
                        )
                    ).Select(r => r.ToAcknowledgement()),
                ],
            ct
        );

    public static Task AppendAsync(Transaction tx, long enrollmentKey, Acknowledgement entry, CancellationToken ct) =>
        tx.Connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO acknowledgements (enrollment_key, version_id, sent_at, acknowledged_at, read_at, session_id, message_id,
                    without)
                VALUES (@enrollmentKey, @VersionId, @sentAt, @acknowledgedAt, @readAt, @SessionId, @messageId, @without)
                """,
                new
                {
                    enrollmentKey,
                    entry.VersionId,
                    sentAt = entry.SentAt.ToUnixTimeMilliseconds(),
                    acknowledgedAt = entry.AcknowledgedAt.ToUnixTimeMilliseconds(),
                    readAt = entry.ReadAt?.ToUnixTimeMilliseconds(),
                    entry.SessionId,
                    messageId = (long)entry.MessageId,
                    without = JsonSerializer.Serialize(entry.Without),
                },
                tx.Inner,
                cancellationToken: ct
            )
        );

    /// <summary>Marks all entries that are not read back yet as read back.</summary>
    public static Task MarkReadAsync(Transaction tx, long enrollmentKey, DateTimeOffset at, CancellationToken ct) =>
        tx.Connection.ExecuteAsync(
            new CommandDefinition(
                """
                UPDATE acknowledgements SET read_at = @at WHERE enrollment_key = @enrollmentKey AND read_at IS NULL
                """,
                new { enrollmentKey, at = at.ToUnixTimeMilliseconds() },
                tx.Inner,
                cancellationToken: ct
            )
        );

    private sealed class Row
    {
        public required long VersionId { get; init; }
        public required long SentAt { get; init; }
        public required long AcknowledgedAt { get; init; }
        public long? ReadAt { get; init; }
        public required string SessionId { get; init; }
        public required long MessageId { get; init; }
        public required string Without { get; init; }

        public Acknowledgement ToAcknowledgement() =>
            new(
                VersionId,
                DateTimeOffset.FromUnixTimeMilliseconds(SentAt),
                DateTimeOffset.FromUnixTimeMilliseconds(AcknowledgedAt),
                ReadAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
                SessionId,
                (int)MessageId,
                JsonSerializer.Deserialize<string[]>(Without)!
            );
    }
}
