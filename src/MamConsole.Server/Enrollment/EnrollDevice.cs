using System.Globalization;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Enrollment;

/// <summary>The person has as many devices as allowed.</summary>
internal sealed record TooManyDevices(int Limit) : Problem($"You have {Limit} PCs here already. Remove your work account from one that you no longer use, then try again.");

/// <summary>Somebody blocked this PC of this person.</summary>
internal sealed record DeviceBarred() : Problem("This PC is blocked. Ask your IT help desk.");

/// <summary>Enrolls a person's device. The same person and device again starts clean and ends the enrollment before (product.md, pain 14).</summary>
internal sealed class EnrollDevice(Database database, DeviceApplication application, PublicAddress address, AuditTrail audit, FleetChanges changes, TimeProvider time)
{
    private const int LongestName = 256;

    /// <summary>A call of the enrollment that is to end was answered in between: it is looked at again, never told.</summary>
    private sealed record DeviceCalling() : Problem("The device is calling in just now.");

    public async Task<Outcome<ProvisioningDocument>> ExecuteAsync(DeviceIdentity identity, EnrollmentRequest request, CancellationToken ct)
    {
        var now = time.GetInstant();
        var enrollment = EnrollmentOf(identity, request, now);
        Problem? problem;
        do
        {
            problem = await AddAsync(identity, enrollment, now, ct);
        }
        while (problem is DeviceCalling);

        if (problem is not null)
        {
            return problem;
        }

        changes.Raise();
        return new ProvisioningDocument
        {
            ProviderId = application.ProviderId,
            Name = "MamConsole",
            Address = new Uri(address.Value, $"/mam/sync/{enrollment.Id}").ToString(),
            Upn = identity.Upn,
            EntDMID = enrollment.Id,
            AadResourceId = application.AppIdUri,
            Poll = FirstSchedule,
        };
    }

    private Task<Problem?> AddAsync(DeviceIdentity identity, EnrolledDevice enrollment, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync<Problem?>(async tx =>
        {
            // One enrollment of a person at a time: the count must hold, and the same device must not be added twice.
            await tx.TakeTurnAsync(database.Dialect, $"enroll {identity.TenantId:D} {identity.ObjectId:D}");
            if (await DeviceBlocks.IsBarredAsync(tx, identity.TenantId, identity.ObjectId, enrollment.DeviceId))
            {
                return new DeviceBarred();
            }

            var before = await DeviceStore.FindActiveAsync(tx.Connection, tx.Inner, identity.TenantId, identity.ObjectId, enrollment.DeviceId, ct);
            if (before is null && await DeviceStore.CountActiveAsync(tx, identity.TenantId, identity.ObjectId, ct) >= application.MaxPerUser)
            {
                return new TooManyDevices(application.MaxPerUser);
            }

            if (before is not null && !await DeviceStore.EndAsync(tx, before, EndReason.Reenrolled, now, ct))
            {
                return new DeviceCalling();
            }

            await DeviceStore.AddAsync(tx, enrollment, ct);
            await audit.Append(tx, new AuditEvent.DeviceEnrolled(enrollment.Id, enrollment.DeviceName, enrollment.Upn, before?.Enrollment.Id)
            {
                Actor = new Actor.Device(enrollment.Id, enrollment.DeviceName),
            });
            return null;
        }, ct);

    /// <summary>Until a policy says otherwise: eager at first, then every 8 hours (protocol.md §5.1).</summary>
    private static PollSchedule FirstSchedule { get; } = new()
    {
        IntervalForFirstSetOfRetries = 3,
        NumberOfFirstRetries = 5,
        IntervalForSecondSetOfRetries = 15,
        NumberOfSecondRetries = 8,
        IntervalForRemainingScheduledRetries = 480,
        NumberOfRemainingScheduledRetries = 0,
        PollOnLogin = true,
    };

    private static EnrolledDevice EnrollmentOf(DeviceIdentity identity, EnrollmentRequest request, DateTimeOffset now)
    {
        var upn = identity.Upn ?? identity.ObjectId.ToString("D");
        return new EnrolledDevice
        {
            Key = 0,
            Id = Guid.CreateVersion7(now).ToString("D"),
            TenantId = identity.TenantId,
            ObjectId = identity.ObjectId,
            DeviceId = request.DeviceId,
            Upn = Cut(upn),
            PersonName = Cut(identity.Name is { Length: > 0 } name ? name : upn),
            DeviceName = Cut(request.DeviceName is { Length: > 0 } device ? device : request.DeviceId),
            OsVersion = Cut(request.OsVersion ?? ""),
            OsBuild = Build(request.OsVersion),
            OsEdition = int.TryParse(request.OsEdition, NumberStyles.None, CultureInfo.InvariantCulture, out var edition) ? edition : null,
            Grouping = Guid.NewGuid().ToString("D"),
            EnrolledAt = now,
        };
    }

    /// <summary>The third number of <c>10.0.22631.3880</c>.</summary>
    private static int? Build(string? version) =>
        version?.Split('.') is [_, _, var build, ..] && int.TryParse(build, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Cut(string text) => text.Length <= LongestName ? text : text[..LongestName];
}
