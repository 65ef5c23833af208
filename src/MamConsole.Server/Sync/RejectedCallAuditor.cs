using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Audit;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>
/// Tells the audit trail that somebody spoke for a device that is not enrolled by that account, once an hour for each person and device and
/// at most for ten devices of a person, so that nobody can fill the trail. The metric and the log count every one.
/// </summary>
internal sealed class RejectedCallAuditor(Database database, AuditTrail audit, TimeProvider time)
{
    private const int DevicesPerHour = 10;
    private const int MaximumDeviceIdLength = 128;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock stateLock = new();
    private Dictionary<Guid, ReportedDevices> people = [];

    private sealed record ReportedDevices(long Since, HashSet<string> Devices);

    /// <param name="identity">Whose token it was.</param>
    /// <param name="deviceId">The device as the message named it.</param>
    /// <param name="ct">Cancels the write.</param>
    public async Task RecordAsync(DeviceIdentity identity, string deviceId, CancellationToken ct)
    {
        var named = deviceId.Length <= MaximumDeviceIdLength ? deviceId : deviceId[..MaximumDeviceIdLength];
        if (!ShouldReport(identity.ObjectId, named))
        {
            return;
        }

        await database.CommitAsync(
            tx =>
                audit.Append(
                    tx,
                    new AuditEvent.DeviceCallRejected(named)
                    {
                        Actor = new Actor.Person(identity.ObjectId, identity.Name ?? identity.Upn ?? identity.ObjectId.ToString("D")),
                    }
                ),
            ct
        );
    }

    private bool ShouldReport(Guid person, string deviceId)
    {
        lock (stateLock)
        {
            if (!people.TryGetValue(person, out var reported) || IsOver(reported))
            {
                // Only people of the tenant stand here, each with ten names at most; whoever has been quiet for an hour goes.
                people = people.Where(p => !IsOver(p.Value)).ToDictionary();
                people[person] = reported = new ReportedDevices(time.GetTimestamp(), new HashSet<string>(StringComparer.Ordinal));
            }

            return reported.Devices.Count < DevicesPerHour && reported.Devices.Add(deviceId);
        }
    }

    private bool IsOver(ReportedDevices reported) => time.GetElapsedTime(reported.Since) >= Hour;
}
