using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceActions;

/// <summary>
/// Ends an enrollment on the server only, so that another person can enroll the PC. The PC is not contacted: it keeps its settings until
/// its work account is removed, and its requests are handled like those of an unknown device.
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

    /// <returns>False when a request of the device was processed in the meantime; the device is then read again.</returns>
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
