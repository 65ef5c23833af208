using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceActions;

/// <summary>
/// Reads the Entra groups of a PC's person immediately, without waiting for the scheduled job; the PC receives the resulting policy at its
/// next check-in.
/// </summary>
internal sealed class ReadPersonGroups(Database database, DeviceStore devices, GroupReading reading, FleetChanges changes, AuditTrail audit)
{
    /// <returns>Whether the groups differ from those stored before, or <see cref="NotAllowed"/>, <see cref="NotFound"/>,
    /// <see cref="EnrollmentEnded"/>,
    /// <see cref="DirectoryUnavailable"/>, <see cref="PersonNotInDirectory"/>.</returns>
    public async Task<Outcome<bool>> ExecuteAsync(Administrator who, string deviceId, CancellationToken ct)
    {
        if (who.Lacks(Ability.OperateDevices) is { } lacks)
        {
            return lacks;
        }

        if (await devices.FindAsync(deviceId, ct) is not { Enrollment: var device })
        {
            return new NotFound("This device");
        }

        if (device.EndedAt is not null)
        {
            return new EnrollmentEnded();
        }

        var outcome = await reading.ReadAsync(
            device.ObjectId,
            step => database.WriteAsync(step, ct),
            (tx, groups) =>
                audit.Append(
                    tx,
                    new AuditEvent.DeviceGroupsRead(device.Id, device.DeviceName, device.Upn, groups) { Actor = who.AsActor() }
                ),
            ct
        );
        changes.Raise();
        return outcome;
    }
}
