using Dapper;
using MamConsole.Protocol.Session;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>Reads session records for pages and the API; <see cref="SessionLog"/> writes them.</summary>
internal sealed class SessionStore(Database database, TimeProvider time)
{
    private const string Columns = """
        conversation_key, enrollment_key, kind, session_id, began_at, last_at, ending, idle, times, messages, extras, wrote, asked, done,
            refused,
        bytes_in, bytes_out, took_us, assigned, acknowledged_before, acknowledged_after
        """;

    /// <summary>Lists the sessions of an enrollment, newest first.</summary>
    /// <param name="enrollmentKey">The enrollment.</param>
    /// <param name="before">Only sessions below this key; null = from the newest.</param>
    /// <param name="take">The maximum number of sessions.</param>
    /// <param name="ct">Cancels the read.</param>
    public Task<IReadOnlyList<SessionRecord>> ListAsync(long enrollmentKey, long? before, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<SessionRecord>>(
            async c =>
                [
                    .. (
                        await c.QueryAsync<Row>(
                            new CommandDefinition(
                                $"""
                                SELECT {Columns} FROM conversations
                                WHERE enrollment_key = @enrollmentKey AND conversation_key < @before ORDER BY conversation_key DESC
                                    LIMIT @take
                                """,
                                new
                                {
                                    enrollmentKey,
                                    before = before ?? long.MaxValue,
                                    take,
                                },
                                cancellationToken: ct
                            )
                        )
                    ).Select(r => r.ToRecord(time.GetUtcNow())),
                ],
            ct
        );

    /// <summary>Finds a session of this enrollment; null when it does not exist or was removed.</summary>
    public Task<SessionRecord?> FindAsync(long enrollmentKey, long key, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
                (
                    await c.QuerySingleOrDefaultAsync<Row>(
                        new CommandDefinition(
                            $"SELECT {Columns} FROM conversations WHERE enrollment_key = @enrollmentKey AND conversation_key = @key",
                            new { enrollmentKey, key },
                            cancellationToken: ct
                        )
                    )
                )?.ToRecord(time.GetUtcNow()),
            ct
        );

    /// <summary>The keys of the sessions in which findings were made; sessions that were removed are missing from the result.</summary>
    /// <param name="enrollmentKey">The enrollment.</param>
    /// <param name="found">The session and the time of each finding.</param>
    /// <param name="ct">Cancels the read.</param>
    public async Task<IReadOnlyDictionary<(string SessionId, DateTimeOffset At), long>> OfFindingsAsync(
        long enrollmentKey,
        IEnumerable<(string SessionId, DateTimeOffset At)> found,
        CancellationToken ct
    )
    {
        var keys = new Dictionary<(string, DateTimeOffset), long>();
        foreach (var finding in found.Distinct())
        {
            // Devices reuse session ids, so the time identifies the session.
            var key = await database.ReadAsync(
                c =>
                    c.ExecuteScalarAsync<long?>(
                        new CommandDefinition(
                            """
                            SELECT max(conversation_key) FROM conversations
                            WHERE enrollment_key = @enrollmentKey AND session_id = @sessionId AND began_at <= @at AND last_at >= @at
                            """,
                            new
                            {
                                enrollmentKey,
                                sessionId = finding.SessionId,
                                at = finding.At.ToUnixTimeMilliseconds(),
                            },
                            cancellationToken: ct
                        )
                    ),
                ct
            );
            if (key is { } known)
            {
                keys[finding] = known;
            }
        }

        return keys;
    }

    /// <summary>The messages of a session, in order.</summary>
    public Task<IReadOnlyList<SessionMessage>> MessagesAsync(long key, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<SessionMessage>>(
            async c =>
                [
                    .. (
                        await c.QueryAsync<MessageRow>(
                            new CommandDefinition(
                                """
                                SELECT number, received_at, took_us, kind, message_id, status, request_bytes, answer_bytes, request,
                                    answer, note
                                FROM conversation_messages WHERE conversation_key = @key ORDER BY number
                                """,
                                new { key },
                                cancellationToken: ct
                            )
                        )
                    ).Select(r => r.ToMessage()),
                ],
            ct
        );

    private sealed class Row
    {
        public required long ConversationKey { get; init; }
        public required long EnrollmentKey { get; init; }
        public required int Kind { get; init; }
        public required string SessionId { get; init; }
        public required DateTimeOffset BeganAt { get; init; }
        public required DateTimeOffset LastAt { get; init; }
        public required int Ending { get; init; }
        public required int Idle { get; init; }
        public required long Times { get; init; }
        public required long Messages { get; init; }
        public required long Extras { get; init; }
        public required long Wrote { get; init; }
        public required long Asked { get; init; }
        public required long Done { get; init; }
        public required long Refused { get; init; }
        public required long BytesIn { get; init; }
        public required long BytesOut { get; init; }
        public required long TookUs { get; init; }
        public required long Assigned { get; init; }
        public required long AcknowledgedBefore { get; init; }
        public required long AcknowledgedAfter { get; init; }

        public SessionRecord ToRecord(DateTimeOffset now) =>
            new()
            {
                Key = ConversationKey,
                EnrollmentKey = EnrollmentKey,
                Kind = (SessionRecordKind)Kind,
                SessionId = SessionId,
                BeganAt = BeganAt,
                LastAt = LastAt,
                Ending =
                    Ending == (int)SessionEnding.Open && now - LastAt > SessionLog.StaleAfter ? SessionEnding.Lost : (SessionEnding)Ending,
                IsIdle = Idle != 0,
                Times = Times,
                Messages = Messages,
                Extras = Extras,
                Wrote = Wrote,
                Requested = Asked,
                Done = Done,
                Rejected = Refused,
                BytesIn = BytesIn,
                BytesOut = BytesOut,
                Duration = TimeSpan.FromMicroseconds(TookUs),
                Assigned = Assigned,
                AcknowledgedBefore = AcknowledgedBefore,
                AcknowledgedAfter = AcknowledgedAfter,
            };
    }

    private sealed class MessageRow
    {
        public required long Number { get; init; }
        public required DateTimeOffset ReceivedAt { get; init; }
        public required long TookUs { get; init; }
        public required int Kind { get; init; }
        public required long MessageId { get; init; }
        public required int Status { get; init; }
        public required long RequestBytes { get; init; }
        public required long AnswerBytes { get; init; }
        public byte[]? Request { get; init; }
        public byte[]? Answer { get; init; }
        public string? Note { get; init; }

        public SessionMessage ToMessage() =>
            new()
            {
                Number = Number,
                ReceivedAt = ReceivedAt,
                Duration = TimeSpan.FromMicroseconds(TookUs),
                Kind = (PackageKind)Kind,
                MessageId = MessageId,
                Status = Status,
                RequestBytes = RequestBytes,
                AnswerBytes = AnswerBytes,
                Request = Request is null ? null : StoredBody.Read(Request),
                Answer = Answer is null ? null : StoredBody.Read(Answer),
                Note = Note,
            };
    }
}
