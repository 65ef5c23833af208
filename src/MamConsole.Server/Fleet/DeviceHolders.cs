using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>The enrollments that use a device id. The device chooses the id, so ids are not guaranteed to be unique.</summary>
internal static class DeviceHolders
{
    /// <summary>
    /// The active enrollments of this device id in the tenant, of any person, oldest first. There is at most one, unless an older version
    /// of the server accepted enrollments of two people.
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
