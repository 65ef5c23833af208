using Dapper;
using MamConsole.Protocol.Session;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>
/// Records the exchanges of sessions in the transaction that commits their effects, so that a response is sent only when its record is
/// committed. Records are bounded per session, so that no device can fill the disk.
/// </summary>
internal sealed class SessionLog(RetentionOptions retention)
{
    /// <summary>A session without a message for longer than this is lost (docs/reference/protocol.md §4.3).</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(15);

    /// <summary>The maximum number of stored messages per session; further messages are only counted.</summary>
    public const int MaximumMessages = 300;

    /// <summary>The maximum number of repeated or unexpected messages that are stored or counted per session.</summary>
    public const int MaximumExtras = 20;

    /// <summary>The size limit of the stored bodies per session, in bytes: 4 MiB. Further messages are stored without bodies.</summary>
    public const long MaximumBytes = 4 * 1024 * 1024;

    private const string Newest = "(SELECT max(conversation_key) FROM conversations WHERE enrollment_key = @enrollmentKey)";

    /// <summary>
    /// Masks and compresses the bodies that will be stored. Call this before the transaction begins, so that it stays short.
    /// </summary>
    public RecordedExchange Prepare(RecordedExchange exchange)
    {
        if (exchange.Idle == 0 || retention.RecordIdleSessions)
        {
            _ = exchange.Bodies;
        }

        return exchange;
    }

    /// <summary>
    /// Adds a message to its session, beginning or ending the session as needed. An idle session may only be counted.
    /// </summary>
    public async Task AddAsync(Transaction tx, DeviceRecord device, RecordedExchange exchange, CancellationToken ct)
    {
        var key = device.Enrollment.Key;
        if (exchange.Package.Kind == PackageKind.Continuation && await ContinueAsync(tx, key, exchange, ct))
        {
            return;
        }

        var idle = exchange.Idle;
        if (device.Session is not null)
        {
            await EndOpenAsync(tx, key, exchange.ReceivedAt, ct);
        }
        else if (idle != 0 && !retention.RecordIdleSessions && await CountAsync(tx, key, idle, exchange, ct))
        {
            return;
        }

        var (request, answer) = exchange.Bodies;
        var counts = exchange.Counts;
        var sessionKey = await BeginAsync(
            tx,
            new
            {
                enrollmentKey = key,
                kind = (int)SessionRecordKind.Session,
                sessionId = exchange.Message.Header.SessionId,
                at = exchange.ReceivedAt,
                ending = (int)exchange.Ending,
                idle,
                wrote = (long)counts.Wrote,
                asked = (long)counts.Requested,
                done = (long)counts.Done,
                refused = (long)counts.Rejected,
                bytesIn = (long)exchange.Request.Length,
                bytesOut = (long)exchange.Answer.Length,
                stored = SizeOf(request, answer),
                took = Microseconds(exchange.Duration),
                assigned = exchange.After.Assigned,
                before = exchange.Before.Acknowledged,
                after = exchange.After.Acknowledged,
            },
            ct
        );
        await InsertAsync(tx, sessionKey, 1, exchange, request, answer, ct);
    }

    /// <summary>
    /// Adds a repeated message, or one that belongs to no session, and its response to the newest session of the device, up to
    /// <see cref="MaximumExtras"/>.
    /// </summary>
    public async Task AddExtraAsync(Transaction tx, DeviceRecord device, RecordedExchange exchange, CancellationToken ct)
    {
        var position = await tx.Connection.QuerySingleOrDefaultAsync<SessionPosition>(
            new CommandDefinition(
                $"""
                UPDATE conversations SET extras = extras + 1, bytes_in = bytes_in + @bytesIn, bytes_out = bytes_out + @bytesOut
                WHERE conversation_key = {Newest} AND extras < @most
                RETURNING conversation_key, messages + extras AS number, stored_bytes
                """,
                new
                {
                    enrollmentKey = device.Enrollment.Key,
                    bytesIn = (long)exchange.Request.Length,
                    bytesOut = (long)exchange.Answer.Length,
                    most = (long)MaximumExtras,
                },
                tx.Inner,
                cancellationToken: ct
            )
        );
        if (position is not null)
        {
            await StoreAsync(tx, position, exchange, ct);
        }
    }

    /// <summary>Adds the exchange that enrolled a device as a separate session.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="enrollmentId">The public id of the enrollment.</param>
    /// <param name="request">The request.</param>
    /// <param name="answer">The response.</param>
    /// <param name="at">When the request was received.</param>
    /// <param name="duration">The processing time of the request.</param>
    /// <param name="ct">Cancels the statements.</param>
    public async Task AddEnrollmentAsync(
        Transaction tx,
        string enrollmentId,
        ReadOnlyMemory<byte> request,
        byte[] answer,
        DateTimeOffset at,
        TimeSpan duration,
        CancellationToken ct
    )
    {
        var enrollmentKey = await tx.Connection.ExecuteScalarAsync<long>(
            new CommandDefinition(
                "SELECT enrollment_key FROM enrollments WHERE enrollment_id = @enrollmentId",
                new { enrollmentId },
                tx.Inner,
                cancellationToken: ct
            )
        );
        var (requested, answered) = (StoredBody.Of(request.Span, "message"), StoredBody.Of(answer, "answer"));
        var sessionKey = await BeginAsync(
            tx,
            new
            {
                enrollmentKey,
                kind = (int)SessionRecordKind.Enrollment,
                sessionId = "",
                at,
                ending = (int)SessionEnding.Closed,
                idle = 0,
                wrote = 0L,
                asked = 0L,
                done = 0L,
                refused = 0L,
                bytesIn = (long)request.Length,
                bytesOut = (long)answer.Length,
                stored = SizeOf(requested, answered),
                took = Microseconds(duration),
                assigned = 0L,
                before = 0L,
                after = 0L,
            },
            ct
        );
        await InsertAsync(
            tx,
            new MessageValues(sessionKey, 1, at, duration, PackageKind.NewSession, 1, request.Length, answer.Length),
            requested,
            answered,
            ct
        );
    }

    private static async Task<bool> ContinueAsync(Transaction tx, long enrollmentKey, RecordedExchange exchange, CancellationToken ct)
    {
        var counts = exchange.Counts;
        var position = await tx.Connection.QuerySingleOrDefaultAsync<SessionPosition>(
            new CommandDefinition(
                $"""
                UPDATE conversations SET messages = messages + 1, last_at = @at, ending = @ending, wrote = wrote + @wrote,
                    asked = asked + @asked, done = done + @done,
                    refused = refused + @refused, bytes_in = bytes_in + @bytesIn, bytes_out = bytes_out + @bytesOut,
                        took_us = took_us + @took, acknowledged_after = @after
                WHERE conversation_key = {Newest} AND ending = 0 AND session_id = @sessionId
                RETURNING conversation_key, messages + extras AS number, stored_bytes
                """,
                new
                {
                    enrollmentKey,
                    sessionId = exchange.Message.Header.SessionId,
                    at = exchange.ReceivedAt,
                    ending = (int)exchange.Ending,
                    wrote = (long)counts.Wrote,
                    asked = (long)counts.Requested,
                    done = (long)counts.Done,
                    refused = (long)counts.Rejected,
                    bytesIn = (long)exchange.Request.Length,
                    bytesOut = (long)exchange.Answer.Length,
                    took = Microseconds(exchange.Duration),
                    after = exchange.After.Acknowledged,
                },
                tx.Inner,
                cancellationToken: ct
            )
        );
        if (position is null)
        {
            return false;
        }

        await StoreAsync(tx, position, exchange, ct);
        return true;
    }

    /// <summary>Counts an idle session in the previous one when the two are alike.</summary>
    private static async Task<bool> CountAsync(
        Transaction tx,
        long enrollmentKey,
        int idle,
        RecordedExchange exchange,
        CancellationToken ct
    ) =>
        await tx.Connection.ExecuteAsync(
            new CommandDefinition(
                $"""
                UPDATE conversations SET times = times + 1, last_at = @at, bytes_in = bytes_in + @bytesIn,
                    bytes_out = bytes_out + @bytesOut, took_us = took_us + @took
                WHERE conversation_key = {Newest} AND idle = @idle AND assigned = @assigned AND acknowledged_after = @after
                """,
                new
                {
                    enrollmentKey,
                    at = exchange.ReceivedAt,
                    idle,
                    bytesIn = (long)exchange.Request.Length,
                    bytesOut = (long)exchange.Answer.Length,
                    took = Microseconds(exchange.Duration),
                    assigned = exchange.After.Assigned,
                    after = exchange.After.Acknowledged,
                },
                tx.Inner,
                cancellationToken: ct
            )
        ) == 1;

    /// <summary>Ends the open session, because another session begins.</summary>
    private static Task<int> EndOpenAsync(Transaction tx, long enrollmentKey, DateTimeOffset at, CancellationToken ct) =>
        tx.Connection.ExecuteAsync(
            new CommandDefinition(
                "UPDATE conversations SET ending = CASE WHEN last_at < @silent THEN @lost ELSE @replaced END WHERE conversation_key = "
                    + $"{Newest} AND ending = 0",
                new
                {
                    enrollmentKey,
                    silent = at - StaleAfter,
                    lost = (int)SessionEnding.Lost,
                    replaced = (int)SessionEnding.Replaced,
                },
                tx.Inner,
                cancellationToken: ct
            )
        );

    private static Task<long> BeginAsync(Transaction tx, object values, CancellationToken ct) =>
        tx.Connection.ExecuteScalarAsync<long>(
            new CommandDefinition(
                """
                INSERT INTO conversations (enrollment_key, kind, session_id, began_at, last_at, ending, idle, times, messages, extras,
                    wrote, asked, done, refused,
                    bytes_in, bytes_out, stored_bytes, took_us, assigned, acknowledged_before, acknowledged_after)
                VALUES (@enrollmentKey, @kind, @sessionId, @at, @at, @ending, @idle, 1, 1, 0, @wrote, @asked, @done, @refused,
                    @bytesIn, @bytesOut, @stored, @took, @assigned, @before, @after)
                RETURNING conversation_key
                """,
                values,
                tx.Inner,
                cancellationToken: ct
            )
        );

    /// <summary>Stores a further message within the limits of the session.</summary>
    private static async Task StoreAsync(Transaction tx, SessionPosition position, RecordedExchange exchange, CancellationToken ct)
    {
        if (position.Number > MaximumMessages)
        {
            return;
        }

        var (request, answer) =
            position.StoredBytes < MaximumBytes
                ? exchange.Bodies
                : (new StoredBody(null, "This session was too long to keep all of it."), new StoredBody(null, null));
        await InsertAsync(tx, position.ConversationKey, position.Number, exchange, request, answer, ct);
        if (SizeOf(request, answer) is > 0 and var size)
        {
            await tx.Connection.ExecuteAsync(
                new CommandDefinition(
                    "UPDATE conversations SET stored_bytes = stored_bytes + @size WHERE conversation_key = @key",
                    new { size, key = position.ConversationKey },
                    tx.Inner,
                    cancellationToken: ct
                )
            );
        }
    }

    private static Task<int> InsertAsync(
        Transaction tx,
        long sessionKey,
        long number,
        RecordedExchange exchange,
        StoredBody request,
        StoredBody answer,
        CancellationToken ct
    ) =>
        InsertAsync(
            tx,
            new MessageValues(
                sessionKey,
                number,
                exchange.ReceivedAt,
                exchange.Duration,
                exchange.Package.Kind,
                exchange.Message.Header.MessageId,
                exchange.Request.Length,
                exchange.Answer.Length
            ),
            request,
            answer,
            ct
        );

    private static Task<int> InsertAsync(
        Transaction tx,
        MessageValues values,
        StoredBody request,
        StoredBody answer,
        CancellationToken ct
    ) =>
        tx.Connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO conversation_messages (conversation_key, number, received_at, took_us, kind, message_id, status,
                    request_bytes, answer_bytes, request, answer, note)
                VALUES (@Conversation, @Number, @At, @took, @kind, @MessageId, 200, @RequestBytes, @AnswerBytes, @request, @answer, @note)
                """,
                new
                {
                    values.Conversation,
                    values.Number,
                    values.At,
                    took = Microseconds(values.Duration),
                    kind = (int)values.Kind,
                    values.MessageId,
                    values.RequestBytes,
                    values.AnswerBytes,
                    request = request.Bytes,
                    answer = answer.Bytes,
                    note = request.Note is null || answer.Note is null ? request.Note ?? answer.Note : $"{request.Note} {answer.Note}",
                },
                tx.Inner,
                cancellationToken: ct
            )
        );

    private static long SizeOf(StoredBody request, StoredBody answer) => (request.Bytes?.Length ?? 0) + (answer.Bytes?.Length ?? 0);

    private static long Microseconds(TimeSpan duration) => (long)duration.TotalMicroseconds;

    private sealed record MessageValues(
        long Conversation,
        long Number,
        DateTimeOffset At,
        TimeSpan Duration,
        PackageKind Kind,
        long MessageId,
        long RequestBytes,
        long AnswerBytes
    );

    private sealed class SessionPosition
    {
        public required long ConversationKey { get; init; }
        public required long Number { get; init; }
        public required long StoredBytes { get; init; }
    }
}
