using System.Text.Json;
using Dapper;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>
/// The reads that the monitoring of policies requests on a schedule. They use the same queue as the device actions of people, with a
/// separate requester.
/// </summary>
internal static class ScheduledReadQueue
{
    /// <summary>The id of the requester: empty, because no person requests the read.</summary>
    public static readonly Guid RequestedById = Guid.Empty;

    public const string RequestedBy = "Monitoring";

    /// <summary>
    /// The devices of the version that have no open command of this kind and no command of this kind that was requested after
    /// <paramref name="before"/>. Devices that are blocked or being unenrolled are excluded.
    /// </summary>
    public static async Task<IReadOnlyList<ScheduledRead>> DueAsync(
        Database database,
        long versionId,
        CommandKind kind,
        DateTimeOffset before,
        int take,
        CancellationToken ct
    ) =>
        await database.ReadAsync<IReadOnlyList<ScheduledRead>>(
            async c =>
                [
                    .. (
                        await c.QueryAsync<Row>(
                            new CommandDefinition(
                                """
                                SELECT e.enrollment_key,
                                    (SELECT a.document FROM device_commands a WHERE a.enrollment_key = e.enrollment_key
                                        AND a.kind = @kind AND a.state = 3 ORDER BY a.command_key DESC LIMIT 1) AS answered
                                FROM device_state s JOIN enrollments e ON e.enrollment_key = s.enrollment_key
                                WHERE s.assigned = @versionId AND e.ended_at IS NULL AND e.blocked_at IS NULL AND e.retiring_since IS NULL
                                  AND NOT EXISTS (SELECT 1 FROM device_commands d WHERE d.enrollment_key = e.enrollment_key
                                      AND d.kind = @kind AND (d.state < 3 OR d.asked_at > @before))
                                ORDER BY e.enrollment_key LIMIT @take
                                """,
                                new
                                {
                                    versionId,
                                    kind = (int)kind,
                                    before = before.ToUnixTimeMilliseconds(),
                                    take,
                                },
                                cancellationToken: ct
                            )
                        )
                    ).Select(r => r.ToRead()),
                ],
            ct
        );

    /// <summary>Queues a read, unless the enrollment ended or a command of the same kind was queued meanwhile.</summary>
    /// <returns>Whether the read was queued.</returns>
    public static async Task<bool> QueueAsync(Transaction tx, long enrollmentKey, DeviceActionCommand command, DateTimeOffset now)
    {
        // TouchAsync increments the revision: a concurrent request that found no open command must not end the session.
        if (
            !await DeviceStore.TouchAsync(tx, enrollmentKey)
            || (await CommandQueue.OpenOrNamedAsync(tx, enrollmentKey, null)).Any(c =>
                DeviceCommand.KindOf(c.Command) == DeviceCommand.KindOf(command)
            )
        )
        {
            return false;
        }

        await CommandQueue.AddAsync(
            tx,
            enrollmentKey,
            new DeviceCommand
            {
                Id = Guid.CreateVersion7(now).ToString("D"),
                Command = command,
                State = CommandState.Queued,
                RequestedById = RequestedById,
                RequestedBy = RequestedBy,
                RequestedAt = now,
                ExpiresAt = now + DeviceCommand.Lifetime,
            }
        );
        return true;
    }

    /// <summary>
    /// Removes ended scheduled reads with their results, oldest first. Nothing else removes them, and the results may be large and contain
    /// personal data.
    /// </summary>
    /// <returns>The number of removed commands; fewer than <paramref name="take"/> when none is left.</returns>
    public static Task<int> RemoveOlderAsync(Transaction tx, DateTimeOffset before, int take) =>
        tx.ExecuteAsync(
            """
            DELETE FROM device_commands WHERE command_key IN (
                SELECT command_key FROM device_commands WHERE asked_by_id = @id AND state >= 3 AND ended_at < @before
                    ORDER BY command_key LIMIT @take)
            """,
            new
            {
                id = RequestedById.ToString("D"),
                before = before.ToUnixTimeMilliseconds(),
                take,
            }
        );

    private sealed class Row
    {
        public required long EnrollmentKey { get; init; }
        public string? Answered { get; init; }

        public ScheduledRead ToRead() =>
            new(
                EnrollmentKey,
                Answered is not null
                && JsonSerializer.Deserialize<DeviceActionCommand>(Answered, WrittenPolicy.Json) is DeviceActionCommand.RetrieveLogs logs
                    ? logs.Until
                    : null
            );
    }
}
