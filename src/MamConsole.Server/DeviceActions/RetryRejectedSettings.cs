using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>Sends the settings that a device permanently rejected again, at its next check-in.</summary>
internal sealed class RetryRejectedSettings(DeviceOperation operation, DeviationStore deviations, AuditTrail audit)
{
    /// <returns>The number of settings, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>,
    /// <see cref="NothingRejected"/>.</returns>
    public Task<Outcome<int>> ExecuteAsync(Administrator who, string deviceId, CancellationToken ct) =>
        operation.RunAsync<int>(
            who,
            Ability.OperateDevices,
            deviceId,
            async (tx, device) =>
            {
                var known = await deviations.ListAsync(device.Key, ct);
                var rejected = known
                    .Select(k => k.Deviation)
                    .Where(d => d.Kind == DeviationKind.Rejected)
                    .Select(d => d.LocUri)
                    .ToValueList();
                if (rejected.Count == 0)
                {
                    return new NothingRejected();
                }

                await DeviationStore.ClearRejectionsAsync(tx, device.Key, ct);
                await audit.Append(
                    tx,
                    new AuditEvent.DeviceRejectionsRetried(device.Id, device.DeviceName, device.Upn, rejected) { Actor = who.AsActor() }
                );
                return rejected.Count;
            },
            ct
        );
}
