using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>Assigns a PC to a ring. Policies can be assigned to rings, so the PC may get another policy at its next check-in.</summary>
internal sealed class SetRing(DeviceOperation operation, AuditTrail audit)
{
    /// <returns>The current ring, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>,
    /// <see cref="RingInvalid"/>.</returns>
    public Task<Outcome<string>> ExecuteAsync(Administrator who, string deviceId, string ring, CancellationToken ct) =>
        operation.RunAsync<string>(
            who,
            Ability.OperateDevices,
            deviceId,
            async (tx, device) =>
            {
                var desired = ring.Trim();
                if (RingName.FaultOf(desired) is { } fault)
                {
                    return new RingInvalid(desired.Length == 0 ? $"Enter the name of the ring; the default is {RingName.Usual}." : fault);
                }

                // Read again in the transaction, because the ring may have changed since the device was loaded.
                var before = (
                    await tx.ScalarAsync<string>("SELECT ring FROM enrollments WHERE enrollment_key = @Key", new { device.Key })
                )!;
                if (before == desired)
                {
                    return desired;
                }

                await tx.ExecuteAsync(
                    "UPDATE enrollments SET ring = @wanted WHERE enrollment_key = @Key",
                    new { wanted = desired, device.Key }
                );
                await audit.Append(
                    tx,
                    new AuditEvent.DeviceRingChanged(device.Id, device.DeviceName, device.Upn, before, desired) { Actor = who.AsActor() }
                );
                return desired;
            },
            ct
        );
}
