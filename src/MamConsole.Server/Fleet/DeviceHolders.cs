using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Fleet;

/// <summary>Who holds a device id. A device chooses its id itself, so the spelling must not make a second device of it.</summary>
internal static class DeviceHolders
{
    /// <summary>The active enrollments of this device id in the tenant, in any spelling of its letters; oldest first.</summary>
    public static async Task<IReadOnlyList<DeviceRecord>> ListAsync(Transaction tx, Guid tenantId, string deviceId, CancellationToken ct)
    {
        var ids = await tx.Connection.QueryAsync<(string ObjectId, string DeviceId)>(new CommandDefinition(
            """
            SELECT e.object_id, e.device_id FROM enrollments e
            WHERE e.tenant_id = @tenantId AND lower(e.device_id) = lower(@deviceId) AND e.ended_at IS NULL
            ORDER BY e.enrollment_key
            """, new { tenantId = tenantId.ToString("D"), deviceId }, tx.Inner, cancellationToken: ct));
        var records = new List<DeviceRecord>();
        foreach (var (objectId, spelled) in ids)
        {
            if (await DeviceStore.FindActiveAsync(tx.Connection, tx.Inner, tenantId, Guid.ParseExact(objectId, "D"), spelled, ct) is { } record)
            {
                records.Add(record);
            }
        }

        return records;
    }
}
