using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceActions;

/// <summary>
/// Retires a device: it unenrolls at its next check-in. Its work files become unreadable if its policy revokes encryption keys on unenroll.
/// </summary>
internal sealed class RetireDevice(DeviceOperation operation, AuditTrail audit, TimeProvider time)
{
    /// <returns>When it was retired, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>,
    /// <see cref="NameNotConfirmed"/>, <see cref="ReasonTooLong"/>.</returns>
    public Task<Outcome<DateTimeOffset>> ExecuteAsync(Administrator who, string deviceId, RetireRequest request, CancellationToken ct) =>
        operation.RunAsync<DateTimeOffset>(
            who,
            Ability.RemoveDevices,
            deviceId,
            async (tx, device) =>
            {
                if (DeviceOperation.Validate(device, request.Reason, request.Confirmation) is { } rejection)
                {
                    return rejection;
                }

                var open = await CommandQueue.OpenOrNamedAsync(tx, device.Key, null);
                var isUnenrollRequested = open.Any(c => c.Command is DeviceActionCommand.Unenroll);
                if (
                    device.RetiringSince is { } since
                    && (
                        request.Mode == RetireMode.Unenroll
                            ? isUnenrollRequested || device.BlockReason == BlockReason.Retiring
                            : device.BlockReason == BlockReason.Retiring
                    )
                )
                {
                    return since;
                }

                var now = time.GetInstant();
                await DeviceBlocks.SetRetiringAsync(tx, device.Key, now);
                if (request.Mode == RetireMode.Reject)
                {
                    await CommandQueue.EndAllAsync(tx, device.Key, left: false, now);
                    if (device.BlockReason != BlockReason.Person)
                    {
                        await DeviceBlocks.BlockAsync(tx, device.Key, BlockReason.Retiring, now);
                    }
                }
                else if (!isUnenrollRequested)
                {
                    await QueueDeviceAction.AddAsync(tx, audit, who, device, new DeviceActionCommand.Unenroll(), now, null);
                }

                await audit.Append(
                    tx,
                    new AuditEvent.DeviceRetireRequested(device.Id, device.DeviceName, device.Upn, request.Mode, request.Reason)
                    {
                        Actor = who.AsActor(),
                    }
                );
                return now;
            },
            ct
        );
}
