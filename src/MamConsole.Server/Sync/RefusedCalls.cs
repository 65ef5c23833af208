using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Audit;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>
/// Tells the audit trail that somebody spoke for a device that is not enrolled by that account, once an hour for each person and device and
/// at most for ten devices of a person, so that nobody can fill the trail. The metric and the log count every one.
/// </summary>
internal sealed class RefusedCalls(Database database, AuditTrail audit, TimeProvider time)
{
    private const int DevicesPerHour = 10;
    private const int LongestDeviceId = 128;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private Dictionary<Guid, Told> people = [];

    private sealed record Told(long Since, HashSet<string> Devices);

    /// <param name="identity">Whose token it was.</param>
    /// <param name="deviceId">The device as the message named it.</param>
    /// <param name="ct">Cancels the write.</param>
    public async Task TellAsync(DeviceIdentity identity, string deviceId, CancellationToken ct)
    {
        var named = deviceId.Length <= LongestDeviceId ? deviceId : deviceId[..LongestDeviceId];
        if (!IsNews(identity.ObjectId, named))
        {
            return;
        }

        await database.CommitAsync(
            tx =>
                audit.Append(
                    tx,
                    new AuditEvent.DeviceCallRefused(named)
                    {
                        Actor = new Actor.Person(identity.ObjectId, identity.Name ?? identity.Upn ?? identity.ObjectId.ToString("D")),
                    }
                ),
            ct
        );
    }

    private bool IsNews(Guid person, string deviceId)
    {
        lock (gate)
        {
            if (!people.TryGetValue(person, out var told) || IsOver(told))
            {
                // Only people of the tenant stand here, each with ten names at most; whoever has been quiet for an hour goes.
                people = people.Where(p => !IsOver(p.Value)).ToDictionary();
                people[person] = told = new Told(time.GetTimestamp(), new HashSet<string>(StringComparer.Ordinal));
            }

            return told.Devices.Count < DevicesPerHour && told.Devices.Add(deviceId);
        }
    }

    private bool IsOver(Told told) => time.GetElapsedTime(told.Since) >= Hour;
}
