using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceActions;

/// <summary>
/// Ends an enrollment on this side alone, so that another person can enroll the PC. The PC is not asked: it keeps what it has until its
/// work
/// account is removed, and its calls are answered like a stranger's.
/// </summary>
internal sealed class ReleaseDevice(Database database, DeviceStore devices, AuditTrail audit, FleetChanges changes, TimeProvider time)
{
    /// <returns>When it ended, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>,
    /// <see cref="NameNotConfirmed"/>, <see cref="ReasonTooLong"/>.</returns>
    public async Task<Outcome<DateTimeOffset>> ExecuteAsync(
        Administrator who,
        string deviceId,
        ReleaseRequest request,
        CancellationToken ct
    )
    {
        if (who.Lacks(Ability.RemoveDevices) is { } lacks)
        {
            return lacks;
        }

        while (true)
        {
            if (await devices.FindAsync(deviceId, ct) is not { } device)
            {
                return new NotFound("This device");
            }

            if (device.Enrollment.EndedAt is not null)
            {
                return new EnrollmentEnded();
            }

            if (DeviceOperation.Validate(device.Enrollment, request.Reason, request.Confirmation) is { } rejection)
            {
                return rejection;
            }

            var now = time.GetInstant();
            if (await TryAsync(who, device, request.Reason, now, ct))
            {
                changes.Raise();
                return now;
            }
        }
    }

    /// <returns>False when a call of the device was answered in between: it is looked at again.</returns>
    private Task<bool> TryAsync(Administrator who, DeviceRecord device, string reason, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(
            async tx =>
            {
                if (!await DeviceStore.EndAsync(tx, device, EndReason.Released, now, ct))
                {
                    return false;
                }

                var enrollment = device.Enrollment;
                await audit.Append(
                    tx,
                    new AuditEvent.DeviceReleased(enrollment.Id, enrollment.DeviceName, enrollment.Upn, reason) { Actor = who.AsActor() }
                );
                return true;
            },
            ct
        );
}
