using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>
/// Whose calls are refused, and who is to leave. Each of these ends the live session, so that the very next message is refused.
/// </summary>
internal static class DeviceBlocks
{
    /// <summary>Refuses the device's calls from now on.</summary>
    /// <returns>False when the enrollment ended.</returns>
    public static async Task<bool> BlockAsync(Transaction tx, long enrollmentKey, BlockReason reason, DateTimeOffset at)
    {
        if (!await DeviceStore.TouchAsync(tx, enrollmentKey))
        {
            return false;
        }

        await tx.ExecuteAsync(
            """
            UPDATE enrollments SET blocked_at = @at, block_reason = @reason WHERE enrollment_key = @enrollmentKey;
            DELETE FROM sync_sessions WHERE enrollment_key = @enrollmentKey;
            """,
            new
            {
                enrollmentKey,
                reason = (int)reason,
                at = at.ToUnixTimeMilliseconds(),
            }
        );
        return true;
    }

    /// <summary>
    /// Answers the device's calls again. An enrollment that ended may be unblocked too, so that its device can enroll again.
    /// </summary>
    public static Task UnblockAsync(Transaction tx, long enrollmentKey) =>
        tx.ExecuteAsync(
            "UPDATE enrollments SET blocked_at = NULL, block_reason = NULL WHERE enrollment_key = @enrollmentKey",
            new { enrollmentKey }
        );

    /// <summary>Notes since when the device is to leave; null = it may stay.</summary>
    public static Task SetRetiringAsync(Transaction tx, long enrollmentKey, DateTimeOffset? since) =>
        tx.ExecuteAsync(
            "UPDATE enrollments SET retiring_since = @since WHERE enrollment_key = @enrollmentKey",
            new { enrollmentKey, since = since?.ToUnixTimeMilliseconds() }
        );

    /// <summary>
    /// Whether a person blocked this device of this person, in this enrollment or an earlier one: enrolling again must not be a way around
    /// it.
    /// </summary>
    public static async Task<bool> IsBlockedAsync(Transaction tx, Guid tenantId, Guid objectId, string deviceId) =>
        await tx.ScalarAsync<long>(
            "SELECT count(*) FROM enrollments WHERE tenant_id = @tenantId AND object_id = @objectId AND device_id = @deviceId AND "
                + "block_reason = 1",
            new
            {
                tenantId = tenantId.ToString("D"),
                objectId = objectId.ToString("D"),
                deviceId = DeviceIds.Canonical(deviceId),
            }
        ) > 0;
}
