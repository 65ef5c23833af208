using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>Nothing is refused.</summary>
public sealed record NothingRefused() : Problem("This PC refuses nothing now, so there is nothing to send again.");

/// <summary>Sends a device again, at its next call, what it refused for good.</summary>
internal sealed class RetryRefused(Database database, DeviceStore devices, DeviationStore deviations, AuditTrail audit, FleetChanges changes)
{
    /// <summary>A call of the device was answered in between: it is looked at again, never told.</summary>
    private sealed record DeviceCalling() : Problem("The device is calling in just now.");

    /// <returns>How many settings, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>, <see cref="NothingRefused"/>.</returns>
    public async Task<Outcome<int>> ExecuteAsync(Administrator who, string deviceId, CancellationToken ct)
    {
        if (who.Lacks(Ability.OperateDevices) is { } lacks)
        {
            return lacks;
        }

        Outcome<int> outcome;
        do
        {
            outcome = await TryAsync(who, deviceId, ct);
        }
        while (outcome is Outcome<int>.Failed { Problem: DeviceCalling });

        if (outcome is Outcome<int>.Done)
        {
            changes.Raise();
        }

        return outcome;
    }

    private async Task<Outcome<int>> TryAsync(Administrator who, string deviceId, CancellationToken ct)
    {
        if (await devices.FindAsync(deviceId, ct) is not { } device)
        {
            return new NotFound("This device");
        }

        var (enrollment, standing) = (device.Enrollment, device.Standing);
        if (enrollment.EndedAt is not null)
        {
            return new EnrollmentEnded();
        }

        var known = await deviations.ListAsync(enrollment.Key, ct);
        var refused = known.Select(k => k.Deviation).Where(d => d.Kind == DeviationKind.Refused).Select(d => d.LocUri).ToValueList();
        if (refused.Count == 0)
        {
            return new NothingRefused();
        }

        var worst = known.Any(k => k.Deviation.Kind == DeviationKind.Differs) ? 2 : 1;
        return await database.WriteAsync<Outcome<int>>(async tx =>
        {
            if (!await DeviceStore.SaveAsync(tx, enrollment, standing, standing with { Worst = worst }, ct))
            {
                return new DeviceCalling();
            }

            // As if it had never been answered: such a node is sent again at the next call.
            await tx.ExecuteAsync(
                "UPDATE device_deviations SET kind = @unknown, code = NULL, original_error = NULL WHERE enrollment_key = @Key AND kind = @refused",
                new { unknown = (int)DeviationKind.Unknown, refused = (int)DeviationKind.Refused, enrollment.Key });
            await audit.Append(tx, new AuditEvent.DeviceRefusalsRetried(enrollment.Id, enrollment.DeviceName, enrollment.Upn, refused) { Actor = who.AsActor() });
            return refused.Count;
        }, ct);
    }
}
