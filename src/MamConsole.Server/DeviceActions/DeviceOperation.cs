using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceActions;

/// <summary>
/// The common steps of each operation on one device: authorization, lookup, one transaction that no concurrent request of the device can
/// interleave with, then the update of open pages.
/// </summary>
internal sealed class DeviceOperation(Database database, DeviceStore devices, FleetChanges changes)
{
    /// <summary>The maximum length of a reason, in characters.</summary>
    public const int MaximumReasonLength = 500;

    /// <summary>Runs the operation on an active enrollment.</summary>
    /// <param name="who">The signed-in administrator.</param>
    /// <param name="ability">The ability that the operation requires.</param>
    /// <param name="deviceId">The enrollment's id.</param>
    /// <param name="work">Writes the rows and the audit event; it can fail only before the first write.</param>
    /// <param name="ct">Cancels the operation.</param>
    public async Task<Outcome<T>> RunAsync<T>(
        Administrator who,
        Ability ability,
        string deviceId,
        Func<Transaction, EnrolledDevice, Task<Outcome<T>>> work,
        CancellationToken ct
    )
    {
        if (who.Lacks(ability) is { } lacks)
        {
            return lacks;
        }

        if (await devices.FindAsync(deviceId, ct) is not { } device)
        {
            return new NotFound("This device");
        }

        var outcome = await database.WriteAsync<Outcome<T>>(
            async tx => await DeviceStore.TouchAsync(tx, device.Enrollment.Key) ? await work(tx, device.Enrollment) : new EnrollmentEnded(),
            ct
        );
        if (outcome is Outcome<T>.Done)
        {
            changes.Raise();
        }

        return outcome;
    }

    /// <summary>Validates the reason and the confirmation; returns null when they are valid.</summary>
    public static Problem? Validate(EnrolledDevice device, string reason, string? confirmation) =>
        reason.Length > MaximumReasonLength ? new ReasonTooLong(MaximumReasonLength)
        : !string.Equals(confirmation?.Trim(), device.DeviceName.Trim(), StringComparison.Ordinal) ? new NameNotConfirmed(device.DeviceName)
        : null;
}
