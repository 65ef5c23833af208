using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceActions;

/// <summary>
/// Blocks a device: its requests are rejected from the next message on, and it cannot enroll again. Its records remain stored.
/// </summary>
internal sealed class BlockDevice(DeviceOperation operation, AuditTrail audit, TimeProvider time)
{
    /// <returns>When it was blocked, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>,
    /// <see cref="ReasonTooLong"/>.</returns>
    public Task<Outcome<DateTimeOffset>> ExecuteAsync(Administrator who, string deviceId, string reason, CancellationToken ct) =>
        operation.RunAsync<DateTimeOffset>(
            who,
            Ability.RemoveDevices,
            deviceId,
            async (tx, device) =>
            {
                if (reason.Length > DeviceOperation.MaximumReasonLength)
                {
                    return new ReasonTooLong(DeviceOperation.MaximumReasonLength);
                }

                if (device is { BlockReason: BlockReason.Person, BlockedAt: { } since })
                {
                    return since;
                }

                var now = time.GetInstant();
                await DeviceBlocks.BlockAsync(tx, device.Key, BlockReason.Person, now);
                await audit.Append(
                    tx,
                    new AuditEvent.DeviceBlocked(device.Id, device.DeviceName, device.Upn, reason) { Actor = who.AsActor() }
                );
                return now;
            },
            ct
        );
}
