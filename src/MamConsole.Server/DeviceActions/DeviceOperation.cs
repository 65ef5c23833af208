using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceActions;

/// <summary>
/// The way of each act on one device: who may, which device, one transaction that no call of the device can run past, then the open pages.
/// </summary>
internal sealed class DeviceOperation(Database database, DeviceStore devices, FleetChanges changes)
{
    /// <summary>The longest reason kept.</summary>
    public const int MaximumReasonLength = 500;

    /// <summary>Does it to an enrollment that is active.</summary>
    /// <param name="who">Who asks.</param>
    /// <param name="ability">What that takes.</param>
    /// <param name="deviceId">The enrollment's id.</param>
    /// <param name="work">Writes rows and the audit event; fails only before it wrote anything.</param>
    /// <param name="ct">Gives up.</param>
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

    /// <summary>Why the words around an act cannot be taken; null when they can.</summary>
    public static Problem? Validate(EnrolledDevice device, string reason, string? confirmation) =>
        reason.Length > MaximumReasonLength ? new ReasonTooLong(MaximumReasonLength)
        : !string.Equals(confirmation?.Trim(), device.DeviceName.Trim(), StringComparison.Ordinal) ? new NameNotConfirmed(device.DeviceName)
        : null;
}
