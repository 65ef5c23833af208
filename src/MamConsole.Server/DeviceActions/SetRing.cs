using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>Puts a PC into a ring. Policies may be for rings, so that it may get another policy with its next check-in.</summary>
internal sealed class SetRing(DeviceOperation operation, AuditTrail audit)
{
    /// <returns>The ring it is in now, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>,
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
                    return new RingInvalid(desired.Length == 0 ? $"Name the ring; {RingName.Usual} is the one for most PCs." : fault);
                }

                // Read again: somebody else may have moved it since it was loaded.
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
