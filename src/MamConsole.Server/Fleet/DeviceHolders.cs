using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>Who holds a device id, which a device chooses itself.</summary>
internal static class DeviceHolders
{
    /// <summary>
    /// The active enrollments of this device id in the tenant, of whichever person; oldest first. One, unless an older version let two
    /// people in.
    /// </summary>
    public static async Task<IReadOnlyList<DeviceRecord>> ListAsync(Transaction tx, Guid tenantId, string deviceId, CancellationToken ct)
    {
        var people = await tx.Connection.QueryAsync<string>(
            new CommandDefinition(
                """
                SELECT e.object_id FROM enrollments e
                WHERE e.tenant_id = @tenantId AND e.device_id = @deviceId AND e.ended_at IS NULL
                ORDER BY e.enrollment_key
                """,
                new { tenantId = tenantId.ToString("D"), deviceId = DeviceIds.Canonical(deviceId) },
                tx.Inner,
                cancellationToken: ct
            )
        );
        var records = new List<DeviceRecord>();
        foreach (var objectId in people)
        {
            if (
                await DeviceStore.FindActiveAsync(tx.Connection, tx.Inner, tenantId, Guid.ParseExact(objectId, "D"), deviceId, ct) is
                { } record
            )
            {
                records.Add(record);
            }
        }

        return records;
    }
}
