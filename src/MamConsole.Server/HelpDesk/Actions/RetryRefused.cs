using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>Sends a device again, at its next call, what it refused for good.</summary>
internal sealed class RetryRefused(DeviceAct act, DeviationStore deviations, AuditTrail audit)
{
    /// <returns>How many settings, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>, <see cref="NothingRefused"/>.</returns>
    public Task<Outcome<int>> ExecuteAsync(Administrator who, string deviceId, CancellationToken ct) =>
        act.RunAsync<int>(
            who,
            Ability.OperateDevices,
            deviceId,
            async (tx, device) =>
            {
                var known = await deviations.ListAsync(device.Key, ct);
                var refused = known
                    .Select(k => k.Deviation)
                    .Where(d => d.Kind == DeviationKind.Refused)
                    .Select(d => d.LocUri)
                    .ToValueList();
                if (refused.Count == 0)
                {
                    return new NothingRefused();
                }

                await DeviationStore.ClearRefusalsAsync(tx, device.Key, ct);
                await audit.Append(
                    tx,
                    new AuditEvent.DeviceRefusalsRetried(device.Id, device.DeviceName, device.Upn, refused) { Actor = who.AsActor() }
                );
                return refused.Count;
            },
            ct
        );
}
