using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceActions;

/// <summary>
/// Unblocks a device: its requests are accepted again, also when they were rejected because it did not unenroll. An enrollment that ended
/// while it was blocked can be unblocked too, so that its device can enroll again.
/// </summary>
internal sealed class UnblockDevice(Database database, DeviceStore devices, AuditTrail audit, FleetChanges changes)
{
    /// <returns>Whether it was blocked, or <see cref="NotAllowed"/>, <see cref="NotFound"/>.</returns>
    public async Task<Outcome<bool>> ExecuteAsync(Administrator who, string deviceId, CancellationToken ct)
    {
        if (who.Lacks(Ability.RemoveDevices) is { } lacks)
        {
            return lacks;
        }

        if (await devices.FindAsync(deviceId, ct) is not { Enrollment: var device })
        {
            return new NotFound("This device");
        }

        if (device.BlockedAt is null)
        {
            return false;
        }

        await database.WriteAsync(
            async tx =>
            {
                await DeviceBlocks.UnblockAsync(tx, device.Key);
                if (device is { BlockReason: BlockReason.Retiring, EndedAt: null })
                {
                    await DeviceBlocks.SetRetiringAsync(tx, device.Key, null);
                }

                return await audit.Append(
                    tx,
                    new AuditEvent.DeviceUnblocked(device.Id, device.DeviceName, device.Upn) { Actor = who.AsActor() }
                );
            },
            ct
        );
        changes.Raise();
        return true;
    }
}
