using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>Blocks, unblocks and retires devices. A block ends the live session, so that the next message is rejected.</summary>
internal static class DeviceBlocks
{
    /// <summary>Rejects the requests of the device from now on.</summary>
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
    /// Accepts the requests of the device again. An ended enrollment can be unblocked too, so that its device can enroll again.
    /// </summary>
    public static Task UnblockAsync(Transaction tx, long enrollmentKey) =>
        tx.ExecuteAsync(
            "UPDATE enrollments SET blocked_at = NULL, block_reason = NULL WHERE enrollment_key = @enrollmentKey",
            new { enrollmentKey }
        );

    /// <summary>Sets the time since when the device is being unenrolled; null = it is not being unenrolled.</summary>
    public static Task SetRetiringAsync(Transaction tx, long enrollmentKey, DateTimeOffset? since) =>
        tx.ExecuteAsync(
            "UPDATE enrollments SET retiring_since = @since WHERE enrollment_key = @enrollmentKey",
            new { enrollmentKey, since = since?.ToUnixTimeMilliseconds() }
        );

    /// <summary>
    /// Whether this device of this person was blocked by a person, in this enrollment or an earlier one; a new enrollment must not bypass
    /// the block.
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
