using System.Text.Json;
using Dapper;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>
/// The one-off commands of devices. What takes an open command away from a device's call (cancelling, ending, blocking) counts the
/// device's revision up first (<see cref="DeviceStore.TouchAsync"/>): a call that saw it can then no longer commit.
/// </summary>
internal sealed class CommandQueue(Database database)
{
    /// <summary>Open commands that a device may have at once.</summary>
    public const int MaximumOpen = 50;

    private const string Columns =
        "command_key, command_id, document, state, attempts, asked_by_id, asked_by, asked_at, expires_at, sent_at, session_id, "
        + "ended_at, result, idempotency_key";

    /// <summary>What a device has still to be asked or to answer, in the order of asking.</summary>
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

    /// <summary>Newest first.</summary>
    /// <param name="enrollmentKey">The device.</param>
    /// <param name="before">Only commands asked before the one with this key; null for the newest.</param>
    /// <param name="take">At most so many.</param>
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

    /// <summary>One of a device's commands; null when it is none of its.</summary>
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

    /// <summary>The same inside a transaction: all open commands, and the one that has the idempotency key.</summary>
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

    /// <summary>Takes queued commands for a session. Whoever asks for the same ones at the same time gets those that are left.</summary>
    /// <returns>The ids of those taken.</returns>
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

    /// <summary>Puts commands whose session died back into the queue.</summary>
    public static Task RequeueAsync(Transaction tx, Dialect dialect, string[] ids) =>
        tx.ExecuteAsync($"UPDATE device_commands SET state = 1 WHERE state = 2 AND {dialect.AnyOf("command_id", "ids")}", new { ids });

    /// <summary>Keeps what the device said so far of a command that stays open.</summary>
    public static Task NoteAsync(Transaction tx, string id, DeviceActionResult result) =>
        tx.ExecuteAsync(
            "UPDATE device_commands SET result = @result WHERE command_id = @id AND state = 2",
            new { id, result = Write(result) }
        );

    /// <summary>Ends an open command.</summary>
    /// <returns>False when it was not open any more.</returns>
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
    /// The enrollment ends, and nothing pending survives it: a delivered way out was taken, whatever else is open is cancelled.
    /// </summary>
    /// <param name="tx">The transaction that ends the enrollment.</param>
    /// <param name="enrollmentKey">Whose commands.</param>
    /// <param name="left">Whether the device left by itself.</param>
    /// <param name="at">When.</param>
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
