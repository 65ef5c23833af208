using MamConsole.Server.Audit;
using MamConsole.Server.DeviceRequests;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>
/// Records in the audit trail that a request with a valid token was rejected, once an hour for each person, device and cause and at most
/// ten times an hour for each person, so that nobody can flood the trail. The metric and the log count every request.
/// </summary>
internal sealed class RejectedCallAuditor(Database database, AuditTrail audit, TimeProvider time)
{
    private const int EventsPerHour = 10;
    private const int MaximumDeviceIdLength = 128;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock stateLock = new();
    private Dictionary<Guid, Reported> people = [];

    private sealed record Reported(long Since, HashSet<(string Device, RejectedCallCause Cause)> Events);

    /// <param name="identity">The identity of the token.</param>
    /// <param name="deviceId">The device ID in the message.</param>
    /// <param name="forbidden">Why the request was rejected.</param>
    /// <param name="ct">Cancels the write.</param>
    public async Task RecordAsync(DeviceIdentity identity, string deviceId, CallOutcome.Forbidden forbidden, CancellationToken ct)
    {
        var named = deviceId.Length <= MaximumDeviceIdLength ? deviceId : deviceId[..MaximumDeviceIdLength];
        if (!ShouldReport(identity.ObjectId, named, forbidden.Cause))
        {
            return;
        }

        await database.CommitAsync(
            tx =>
                audit.Append(
                    tx,
                    new AuditEvent.DeviceCallRejected(named, forbidden.Cause, forbidden.Enrollment?.Id, forbidden.Enrollment?.DeviceName)
                    {
                        Actor = new Actor.Person(identity.ObjectId, identity.Name ?? identity.Upn ?? identity.ObjectId.ToString("D")),
                    }
                ),
            ct
        );
    }

    private bool ShouldReport(Guid person, string deviceId, RejectedCallCause cause)
    {
        lock (stateLock)
        {
            if (!people.TryGetValue(person, out var reported) || IsOver(reported))
            {
                // Contains only people of the tenant, each with ten events at most; entries older than an hour are removed.
                people = people.Where(p => !IsOver(p.Value)).ToDictionary();
                people[person] = reported = new Reported(time.GetTimestamp(), []);
            }

            return reported.Events.Count < EventsPerHour && reported.Events.Add((deviceId, cause));
        }
    }

    private bool IsOver(Reported reported) => time.GetElapsedTime(reported.Since) >= Hour;
}
