using System.Data.Common;
using System.Text.Json;
using Dapper;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>The rows of devices: enrollments, sync states and live sessions.</summary>
internal sealed class DeviceStore(Database database)
{
    private const string Columns = """
        e.enrollment_key, e.enrollment_id, e.tenant_id, e.object_id, e.device_id, e.upn, e.person_name, e.device_name, e.os_version,
            e.os_build,
        e.os_edition, e.grouping_name, e.enrolled_at, e.ended_at, e.end_reason, e.blocked_at, e.block_reason, e.retiring_since, e.ring,
        (SELECT string_agg(g.group_id, ' ') FROM person_groups g WHERE g.object_id = e.object_id) AS group_ids,
        (SELECT p.read_at FROM directory_people p WHERE p.object_id = e.object_id) AS groups_read_at,
        s.revision, s.assigned, s.sent, s.sent_at, s.acknowledged, s.acknowledged_at, s.was_read, s.read_at, s.condition_read_at,
            s.hardware_read_at, s.next_read, s.next_try, s.deviations, s.worst, s.last_contact,
        l.document AS session_document, l.updated_at AS session_at,
        EXISTS (SELECT 1 FROM device_commands d WHERE d.enrollment_key = e.enrollment_key AND d.state < 3) AS has_commands
        """;

    private const string From = """
        FROM enrollments e
        JOIN device_state s ON s.enrollment_key = e.enrollment_key
        LEFT JOIN sync_sessions l ON l.enrollment_key = e.enrollment_key
        """;

    private const string SelectActive = $"""
        SELECT {Columns} {From}
        WHERE e.tenant_id = @tenantId AND e.object_id = @objectId AND e.device_id = @deviceId AND e.ended_at IS NULL
        """;

    private const string SelectById = $"SELECT {Columns} {From} WHERE e.enrollment_id = @id";

    /// <summary>
    /// The active enrollment of this person on this device, with its sync state and live session; null when there is none.
    /// </summary>
    public Task<DeviceRecord?> FindActiveAsync(Guid tenantId, Guid objectId, string deviceId, CancellationToken ct) =>
        database.ReadAsync(c => FindActiveAsync(c, null, tenantId, objectId, deviceId, ct), ct);

    /// <summary>The active enrollment of this person on this device, read on a given connection; null when there is none.</summary>
    public static async Task<DeviceRecord?> FindActiveAsync(
        DbConnection connection,
        DbTransaction? inner,
        Guid tenantId,
        Guid objectId,
        string deviceId,
        CancellationToken ct
    )
    {
        var parameters = new
        {
            tenantId = Text(tenantId),
            objectId = Text(objectId),
            deviceId = DeviceIds.Canonical(deviceId),
        };
        var row = await connection.QuerySingleOrDefaultAsync<DeviceRow>(
            new CommandDefinition(SelectActive, parameters, inner, cancellationToken: ct)
        );
        return row?.ToRecord();
    }

    /// <summary>Finds an enrollment by its public id; ended enrollments are included.</summary>
    public Task<DeviceRecord?> FindAsync(string id, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
            {
                var row = await c.QuerySingleOrDefaultAsync<DeviceRow>(
                    new CommandDefinition(SelectById, new { id }, cancellationToken: ct)
                );
                return row?.ToRecord();
            },
            ct
        );

    /// <summary>Finds several enrollments by key, each with the model that DevInfo reports, in no particular order.</summary>
    public Task<IReadOnlyList<(DeviceRecord Record, string Model)>> ListAsync(long[] keys, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<(DeviceRecord, string)>>(
            async c =>
            {
                var rows = await c.QueryAsync<ListedRow>(
                    new CommandDefinition(
                        $"SELECT {Columns}, f.document AS facts {From} LEFT JOIN device_facts f ON f.enrollment_key = "
                            + "e.enrollment_key "
                            + $"WHERE {database.Dialect.AnyOf("e.enrollment_key", "keys")}",
                        new { keys },
                        cancellationToken: ct
                    )
                );
                return [.. rows.Select(r => (r.ToRecord(), ModelIn(r.Facts)))];
            },
            ct
        );

    /// <summary>The ended enrollments of the same person and device, newest first.</summary>
    public Task<IReadOnlyList<DeviceRecord>> EarlierAsync(EnrolledDevice enrollment, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<DeviceRecord>>(
            async c =>
            {
                var rows = await c.QueryAsync<DeviceRow>(
                    new CommandDefinition(
                        $"""
                        SELECT {Columns} {From}
                        WHERE e.tenant_id = @tenantId AND e.object_id = @objectId AND e.device_id = @DeviceId AND e.ended_at IS NOT NULL
                            AND e.enrollment_key <> @Key
                        ORDER BY e.enrollment_key DESC LIMIT 20
                        """,
                        new
                        {
                            tenantId = Text(enrollment.TenantId),
                            objectId = Text(enrollment.ObjectId),
                            enrollment.DeviceId,
                            enrollment.Key,
                        },
                        cancellationToken: ct
                    )
                );
                return [.. rows.Select(r => r.ToRecord())];
            },
            ct
        );

    private static string ModelIn(string? facts)
    {
        if (facts is null)
        {
            return "";
        }

        using var document = JsonDocument.Parse(facts);
        return document.RootElement.TryGetProperty(DevInfoCsp.Mod.Uri, out var model) ? model.GetString() ?? "" : "";
    }

    public static async Task<int> CountActiveAsync(Transaction tx, Guid tenantId, Guid objectId, CancellationToken ct) =>
        await tx.Connection.ExecuteScalarAsync<int>(
            new CommandDefinition(
                "SELECT count(*) FROM enrollments WHERE tenant_id = @tenantId AND object_id = @objectId AND ended_at IS NULL",
                new { tenantId = Text(tenantId), objectId = Text(objectId) },
                tx.Inner,
                cancellationToken: ct
            )
        );

    /// <summary>
    /// Adds an enrollment in the initial state and counts it. Only the ring is taken over from the previous enrollment of the same person
    /// and device, because a person assigned the PC to it.
    /// </summary>
    public static async Task<EnrolledDevice> AddAsync(Transaction tx, EnrolledDevice enrollment, CancellationToken ct)
    {
        var key = await tx.Connection.ExecuteScalarAsync<long>(
            new CommandDefinition(
                """
                INSERT INTO enrollments (enrollment_id, tenant_id, object_id, device_id, upn, person_name, sort_name, device_name,
                    os_version, os_build, os_edition, grouping_name, enrolled_at, ring)
                VALUES (@Id, @TenantId, @ObjectId, @DeviceId, @Upn, @PersonName, @SortName, @DeviceName, @OsVersion, @OsBuild,
                    @OsEdition, @Grouping, @EnrolledAt,
                    coalesce((SELECT b.ring FROM enrollments b WHERE b.tenant_id = @TenantId AND b.object_id = @ObjectId
                        AND b.device_id = @DeviceId ORDER BY b.enrollment_key DESC LIMIT 1), @Ring))
                RETURNING enrollment_key
                """,
                new
                {
                    enrollment.Id,
                    TenantId = Text(enrollment.TenantId),
                    ObjectId = Text(enrollment.ObjectId),
                    DeviceId = DeviceIds.Canonical(enrollment.DeviceId),
                    enrollment.Upn,
                    enrollment.PersonName,
                    SortName = enrollment.PersonName.ToLowerInvariant(),
                    enrollment.DeviceName,
                    enrollment.OsVersion,
                    OsBuild = (long?)enrollment.OsBuild,
                    OsEdition = (long?)enrollment.OsEdition,
                    enrollment.Grouping,
                    enrollment.Ring,
                    EnrolledAt = enrollment.EnrolledAt.ToUnixTimeMilliseconds(),
                },
                tx.Inner,
                cancellationToken: ct
            )
        );
        var added = enrollment with { Key = key };
        var fresh = DeviceSyncState.Initial;
        await tx.Connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO device_state (enrollment_key, revision, assigned, sent, acknowledged, was_read, next_read, deviations, worst)
                VALUES (@key, 0, 0, 0, 0, FALSE, 0, 0, 0)
                """,
                new { key },
                tx.Inner,
                cancellationToken: ct
            )
        );
        await FleetCounters.MoveAsync(tx, null, CounterKey.Of(added, fresh), ct);
        return added;
    }

    /// <summary>
    /// Ends an enrollment: its pending commands and live session end, and its history stays readable. The last contact is updated if the
    /// device unenrolled, not if it enrolled again.
    /// </summary>
    /// <returns>False when a concurrent request of the device was committed first or the enrollment ended; nothing is written
    /// then.</returns>
    public static async Task<bool> EndAsync(Transaction tx, DeviceRecord device, EndReason reason, DateTimeOffset at, CancellationToken ct)
    {
        var (key, state) = (device.Enrollment.Key, device.SyncState);
        var left = reason is EndReason.DeviceUnenrolled or EndReason.Retired;
        if (!await SaveAsync(tx, device.Enrollment, state, left ? state with { LastContact = at } : state, ct))
        {
            return false;
        }

        await tx.Connection.ExecuteAsync(
            new CommandDefinition(
                """
                UPDATE enrollments SET ended_at = @at, end_reason = @reason WHERE enrollment_key = @key;
                DELETE FROM sync_sessions WHERE enrollment_key = @key;
                """,
                new
                {
                    at = at.ToUnixTimeMilliseconds(),
                    reason = (int)reason,
                    key,
                },
                tx.Inner,
                cancellationToken: ct
            )
        );
        await CommandQueue.EndAllAsync(tx, key, left, at);
        await FleetCounters.MoveAsync(tx, CounterKey.Of(device.Enrollment, state), null, ct);
        return true;
    }

    /// <summary>Writes the new sync state of a device and updates its counter.</summary>
    /// <returns>False when a concurrent request of the device was committed first or the enrollment ended; nothing is written
    /// then.</returns>
    public static async Task<bool> SaveAsync(
        Transaction tx,
        EnrolledDevice enrollment,
        DeviceSyncState before,
        DeviceSyncState after,
        CancellationToken ct
    )
    {
        var changed = await tx.Connection.ExecuteAsync(
            new CommandDefinition(
                """
                UPDATE device_state SET revision = revision + 1, assigned = @Assigned, sent = @Sent, sent_at = @SentAt,
                    acknowledged = @Acknowledged,
                    acknowledged_at = @AcknowledgedAt, was_read = @WasRead, read_at = @ReadAt, condition_read_at = @ConditionReadAt,
                        hardware_read_at = @HardwareReadAt,
                    next_read = @NextRead, next_try = @NextTry, deviations = @Deviations, worst = @Worst,
                    last_contact = @LastContact
                WHERE enrollment_key = @key AND revision = @revision
                  AND EXISTS (SELECT 1 FROM enrollments e WHERE e.enrollment_key = @key AND e.ended_at IS NULL)
                """,
                new
                {
                    key = enrollment.Key,
                    revision = before.Revision,
                    after.Assigned,
                    after.Sent,
                    SentAt = after.SentAt?.ToUnixTimeMilliseconds(),
                    after.Acknowledged,
                    AcknowledgedAt = after.AcknowledgedAt?.ToUnixTimeMilliseconds(),
                    after.WasRead,
                    ReadAt = after.ReadAt?.ToUnixTimeMilliseconds(),
                    ConditionReadAt = after.ConditionReadAt?.ToUnixTimeMilliseconds(),
                    HardwareReadAt = after.HardwareReadAt?.ToUnixTimeMilliseconds(),
                    NextRead = after.NextRead.ToUnixTimeMilliseconds(),
                    NextTry = after.NextTry?.ToUnixTimeMilliseconds(),
                    Deviations = (long)after.Deviations,
                    after.Worst,
                    LastContact = after.LastContact?.ToUnixTimeMilliseconds(),
                },
                tx.Inner,
                cancellationToken: ct
            )
        );
        if (changed == 0)
        {
            return false;
        }

        await FleetCounters.MoveAsync(tx, CounterKey.Of(enrollment, before), CounterKey.Of(enrollment, after), ct);
        return true;
    }

    /// <summary>Increments the revision, so that requests of the device that have already loaded its state cannot commit.</summary>
    /// <returns>False when the enrollment ended.</returns>
    public static async Task<bool> TouchAsync(Transaction tx, long enrollmentKey) =>
        await tx.ExecuteAsync(
            """
            UPDATE device_state SET revision = revision + 1
            WHERE enrollment_key = @enrollmentKey AND EXISTS (SELECT 1 FROM enrollments e WHERE e.enrollment_key = @enrollmentKey
                AND e.ended_at IS NULL)
            """,
            new { enrollmentKey }
        ) > 0;

    public static Task SaveSessionAsync(
        Transaction tx,
        long enrollmentKey,
        StoredSession session,
        DateTimeOffset at,
        CancellationToken ct
    ) =>
        tx.Connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO sync_sessions (enrollment_key, document, updated_at) VALUES (@enrollmentKey, @document, @at)
                ON CONFLICT (enrollment_key) DO UPDATE SET document = excluded.document, updated_at = excluded.updated_at
                """,
                new
                {
                    enrollmentKey,
                    document = JsonSerializer.Serialize(session, WrittenPolicy.Json),
                    at = at.ToUnixTimeMilliseconds(),
                },
                tx.Inner,
                cancellationToken: ct
            )
        );

    public static Task DeleteSessionAsync(Transaction tx, long enrollmentKey, CancellationToken ct) =>
        tx.Connection.ExecuteAsync(
            new CommandDefinition(
                "DELETE FROM sync_sessions WHERE enrollment_key = @enrollmentKey",
                new { enrollmentKey },
                tx.Inner,
                cancellationToken: ct
            )
        );

    private static string Text(Guid id) => id.ToString("D");

    /// <summary>A row as the database returns it; columns match properties by name without underscores.</summary>
    internal class DeviceRow
    {
        public required long EnrollmentKey { get; init; }
        public required string EnrollmentId { get; init; }
        public required string TenantId { get; init; }
        public required string ObjectId { get; init; }
        public required string DeviceId { get; init; }
        public required string Upn { get; init; }
        public required string PersonName { get; init; }
        public required string DeviceName { get; init; }
        public required string OsVersion { get; init; }
        public long? OsBuild { get; init; }
        public long? OsEdition { get; init; }
        public required string GroupingName { get; init; }
        public required long EnrolledAt { get; init; }
        public long? EndedAt { get; init; }
        public int? EndReason { get; init; }
        public long? BlockedAt { get; init; }
        public int? BlockReason { get; init; }
        public long? RetiringSince { get; init; }
        public required string Ring { get; init; }
        public string? GroupIds { get; init; }
        public long? GroupsReadAt { get; init; }
        public required bool HasCommands { get; init; }
        public required long Revision { get; init; }
        public required long Assigned { get; init; }
        public required long Sent { get; init; }
        public long? SentAt { get; init; }
        public required long Acknowledged { get; init; }
        public long? AcknowledgedAt { get; init; }
        public required bool WasRead { get; init; }
        public long? ReadAt { get; init; }
        public long? ConditionReadAt { get; init; }
        public long? HardwareReadAt { get; init; }
        public required long NextRead { get; init; }
        public long? NextTry { get; init; }
        public required long Deviations { get; init; }
        public required int Worst { get; init; }
        public long? LastContact { get; init; }
        public string? SessionDocument { get; init; }
        public long? SessionAt { get; init; }

        public DeviceRecord ToRecord() =>
            new(
                new EnrolledDevice
                {
                    Key = EnrollmentKey,
                    Id = EnrollmentId,
                    TenantId = Guid.Parse(TenantId),
                    ObjectId = Guid.Parse(ObjectId),
                    DeviceId = DeviceId,
                    Upn = Upn,
                    PersonName = PersonName,
                    DeviceName = DeviceName,
                    OsVersion = OsVersion,
                    OsBuild = (int?)OsBuild,
                    OsEdition = (int?)OsEdition,
                    Grouping = GroupingName,
                    EnrolledAt = DateTimeOffset.FromUnixTimeMilliseconds(EnrolledAt),
                    EndedAt = At(EndedAt),
                    EndReason = (EndReason?)EndReason,
                    BlockedAt = At(BlockedAt),
                    BlockReason = (BlockReason?)BlockReason,
                    RetiringSince = At(RetiringSince),
                    Ring = Ring,
                    Groups = new PersonGroups(GroupIds ?? "", At(GroupsReadAt)),
                },
                new DeviceSyncState
                {
                    Revision = Revision,
                    Assigned = Assigned,
                    Sent = Sent,
                    SentAt = At(SentAt),
                    Acknowledged = Acknowledged,
                    AcknowledgedAt = At(AcknowledgedAt),
                    WasRead = WasRead,
                    ReadAt = At(ReadAt),
                    ConditionReadAt = At(ConditionReadAt),
                    HardwareReadAt = At(HardwareReadAt),
                    NextRead = DateTimeOffset.FromUnixTimeMilliseconds(NextRead),
                    NextTry = At(NextTry),
                    Deviations = (int)Deviations,
                    Worst = Worst,
                    LastContact = At(LastContact),
                },
                SessionDocument is null ? null : JsonSerializer.Deserialize<StoredSession>(SessionDocument, WrittenPolicy.Json),
                At(SessionAt)
            )
            {
                HasCommands = HasCommands,
            };

        private static DateTimeOffset? At(long? ms) => ms is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
    }

    private sealed class ListedRow : DeviceRow
    {
        public string? Facts { get; init; }
    }
}
