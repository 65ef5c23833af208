using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceActions;

/// <summary>
/// Answers a device's calls again. One that was refused so that it leaves may stay. An enrollment that ended while it was blocked is
/// unblocked
/// too: its device may then enroll again.
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
