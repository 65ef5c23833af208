using System.Text.Json;
using Dapper;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>
/// The device actions of devices. An operation that removes an open command (canceling the command, ending the enrollment, blocking the
/// device) first increments the revision of the device (<see cref="DeviceStore.TouchAsync"/>), so that a request that has loaded the
/// command cannot commit.
/// </summary>
internal sealed class CommandQueue(Database database)
{
    /// <summary>The maximum number of open commands of a device.</summary>
    public const int MaximumOpen = 50;

    private const string Columns =
        "command_key, command_id, document, state, attempts, asked_by_id, asked_by, asked_at, expires_at, sent_at, session_id, "
        + "ended_at, result, idempotency_key";

    /// <summary>The commands that are still to be sent or answered, in the order in which they were requested.</summary>
    public Task<IReadOnlyList<DeviceCommand>> OpenAsync(long enrollmentKey, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<DeviceCommand>>(
            async c =>
                [
                    .. (
                        await c.QueryAsync<Row>(
                            new CommandDefinition(
                                $"SELECT {Columns} FROM device_commands WHERE enrollment_key = @enrollmentKey AND state < 3 ORDER "
                                    + "BY command_key",
                                new { enrollmentKey },
                                cancellationToken: ct
                            )
                        )
                    ).Select(r => r.ToCommand()),
                ],
            ct
        );

    /// <summary>Lists the commands of a device, newest first.</summary>
    /// <param name="enrollmentKey">The device.</param>
    /// <param name="before">Only commands that were requested before the one with this key; null for the newest.</param>
    /// <param name="take">The maximum number of commands.</param>
    /// <param name="ct">Cancels the read.</param>
    public Task<IReadOnlyList<DeviceCommand>> ListAsync(long enrollmentKey, long? before, int take, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<DeviceCommand>>(
            async c =>
                [
                    .. (
                        await c.QueryAsync<Row>(
                            new CommandDefinition(
                                $"SELECT {Columns} FROM device_commands WHERE enrollment_key = @enrollmentKey AND command_key < "
                                    + "@before ORDER BY command_key DESC LIMIT @take",
                                new
                                {
                                    enrollmentKey,
                                    before = before ?? long.MaxValue,
                                    take,
                                },
                                cancellationToken: ct
                            )
                        )
                    ).Select(r => r.ToCommand()),
                ],
            ct
        );

    /// <summary>Finds a command of a device; null when the device has no command with this id.</summary>
    public Task<DeviceCommand?> FindAsync(long enrollmentKey, string id, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
                (
                    await c.QuerySingleOrDefaultAsync<Row>(
                        new CommandDefinition(
                            $"SELECT {Columns} FROM device_commands WHERE enrollment_key = @enrollmentKey AND command_id = @id",
                            new { enrollmentKey, id },
                            cancellationToken: ct
                        )
                    )
                )?.ToCommand(),
            ct
        );

    /// <summary>All open commands of a device, and the command that has the idempotency key, read inside a transaction.</summary>
    public static async Task<IReadOnlyList<DeviceCommand>> OpenOrNamedAsync(Transaction tx, long enrollmentKey, string? idempotencyKey) =>
        [
            .. (
                await tx.QueryAsync<Row>(
                    $"SELECT {Columns} FROM device_commands WHERE enrollment_key = @enrollmentKey AND (state < 3 OR "
                        + "idempotency_key = @idempotencyKey) ORDER BY command_key",
                    new { enrollmentKey, idempotencyKey }
                )
            ).Select(r => r.ToCommand()),
        ];

    public static Task AddAsync(Transaction tx, long enrollmentKey, DeviceCommand command) =>
        tx.ExecuteAsync(
            """
            INSERT INTO device_commands (command_id, enrollment_key, kind, document, state, attempts, asked_by_id, asked_by, asked_at,
                expires_at, idempotency_key)
            VALUES (@Id, @enrollmentKey, @kind, @document, @state, 0, @askedById, @AskedBy, @askedAt, @expiresAt, @IdempotencyKey)
            """,
            new
            {
                command.Id,
                enrollmentKey,
                kind = (int)DeviceCommand.KindOf(command.Command),
                document = Write(command.Command),
                state = (int)command.State,
                askedById = command.RequestedById.ToString("D"),
                AskedBy = command.RequestedBy,
                askedAt = command.RequestedAt.ToUnixTimeMilliseconds(),
                expiresAt = command.ExpiresAt.ToUnixTimeMilliseconds(),
                command.IdempotencyKey,
            }
        );

    /// <summary>
    /// Claims queued commands for a session. Each command is claimed once; a concurrent caller gets only the remaining commands.
    /// </summary>
    /// <returns>The ids of the claimed commands.</returns>
    public static Task<IReadOnlyList<string>> ClaimAsync(
        Transaction tx,
        Dialect dialect,
        string[] ids,
        string sessionId,
        DateTimeOffset at
    ) =>
        tx.QueryAsync<string>(
            $"""
            UPDATE device_commands SET state = 2, attempts = attempts + 1, sent_at = @at, session_id = @sessionId
            WHERE state = 1 AND command_key IN (
                SELECT command_key FROM device_commands WHERE {dialect.AnyOf(
                "command_id",
                "ids"
            )} AND state = 1 ORDER BY command_key {dialect.SkipLocked})
            RETURNING command_id
            """,
            new
            {
                ids,
                sessionId,
                at = at.ToUnixTimeMilliseconds(),
            }
        );

    /// <summary>Returns the commands of a lost session to the queue.</summary>
    public static Task RequeueAsync(Transaction tx, Dialect dialect, string[] ids) =>
        tx.ExecuteAsync($"UPDATE device_commands SET state = 1 WHERE state = 2 AND {dialect.AnyOf("command_id", "ids")}", new { ids });

    /// <summary>Stores the partial result of a command that stays open.</summary>
    public static Task NoteAsync(Transaction tx, string id, DeviceActionResult result) =>
        tx.ExecuteAsync(
            "UPDATE device_commands SET result = @result WHERE command_id = @id AND state = 2",
            new { id, result = Write(result) }
        );

    /// <summary>Ends an open command.</summary>
    /// <returns>False when the command was no longer open.</returns>
    public static async Task<bool> EndAsync(Transaction tx, string id, CommandState state, DeviceActionResult? result, DateTimeOffset at) =>
        await tx.ExecuteAsync(
            "UPDATE device_commands SET state = @state, ended_at = @at, result = coalesce(@result, result) WHERE command_id = @id AND "
                + "state < 3",
            new
            {
                id,
                state = (int)state,
                at = at.ToUnixTimeMilliseconds(),
                result = result is null ? null : Write(result),
            }
        ) > 0;

    /// <summary>
    /// Ends all open commands of an enrollment that ends. An Unenroll command that was sent counts as answered if the device unenrolled;
    /// all other open commands are canceled.
    /// </summary>
    /// <param name="tx">The transaction that ends the enrollment.</param>
    /// <param name="enrollmentKey">The enrollment.</param>
    /// <param name="left">Whether the enrollment ends because the device unenrolled.</param>
    /// <param name="at">When the enrollment ends.</param>
    public static Task EndAllAsync(Transaction tx, long enrollmentKey, bool left, DateTimeOffset at) =>
        tx.ExecuteAsync(
            """
            UPDATE device_commands SET ended_at = @at, state = CASE WHEN kind = 2 AND state = 2 AND @left THEN 3 ELSE 5 END
            WHERE enrollment_key = @enrollmentKey AND state < 3
            """,
            new
            {
                enrollmentKey,
                left,
                at = at.ToUnixTimeMilliseconds(),
            }
        );

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, WrittenPolicy.Json);

    private sealed class Row
    {
        public required long CommandKey { get; init; }
        public required string CommandId { get; init; }
        public required string Document { get; init; }
        public required int State { get; init; }
        public required int Attempts { get; init; }
        public required string AskedById { get; init; }
        public required string AskedBy { get; init; }
        public required long AskedAt { get; init; }
        public required long ExpiresAt { get; init; }
        public long? SentAt { get; init; }
        public string? SessionId { get; init; }
        public long? EndedAt { get; init; }
        public string? Result { get; init; }
        public string? IdempotencyKey { get; init; }

        public DeviceCommand ToCommand() =>
            new()
            {
                Key = CommandKey,
                Id = CommandId,
                Command = JsonSerializer.Deserialize<DeviceActionCommand>(Document, WrittenPolicy.Json)!,
                State = (CommandState)State,
                Attempts = Attempts,
                RequestedById = Guid.Parse(AskedById),
                RequestedBy = AskedBy,
                RequestedAt = DateTimeOffset.FromUnixTimeMilliseconds(AskedAt),
                ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(ExpiresAt),
                SentAt = At(SentAt),
                SessionId = SessionId,
                EndedAt = At(EndedAt),
                Result = Result is null ? null : JsonSerializer.Deserialize<DeviceActionResult>(Result, WrittenPolicy.Json),
                IdempotencyKey = IdempotencyKey,
            };

        private static DateTimeOffset? At(long? ms) => ms is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
    }
}
