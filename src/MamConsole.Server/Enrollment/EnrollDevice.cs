using System.Globalization;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Audit;
using MamConsole.Server.DeviceRequests;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;
using MamConsole.Server.TermsOfUse;

namespace MamConsole.Server.Enrollment;

/// <summary>
/// Enrolls a person's device. The same request within ten minutes, before the device checked in, is a repetition after a lost response and
/// gets the same response; otherwise the same person and device start a new enrollment, which ends the previous one
/// (docs/protocol-divergences.md).
/// </summary>
internal sealed partial class EnrollDevice(
    Database database,
    DeviceApplication application,
    EnrollmentOptions options,
    ProvisioningRules provisioning,
    AcceptanceBlob blobs,
    AuditTrail audit,
    FleetChanges changes,
    GroupRequests groups,
    TimeProvider time,
    ILogger<EnrollDevice> logger
)
{
    private const int MaximumNameLength = 256;
    private static readonly TimeSpan RepetitionWindow = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A request of the previous enrollment was processed in the meantime: the transaction is repeated, and this problem is never returned.
    /// </summary>
    private sealed record DeviceCalling() : Problem("The device is checking in just now.");

    /// <summary>The enrollment that a request creates or repeats.</summary>
    private sealed record Enrolled(string Id, bool Repeated);

    public async Task<Outcome<EnrollmentGrant>> ExecuteAsync(DeviceIdentity identity, EnrollmentRequest request, CancellationToken ct)
    {
        if (EnrollmentRules.Check(request, options) is { } rejection)
        {
            return rejection;
        }

        if (request.EnrollmentType != EnrollmentRules.AppManagement)
        {
            Log.OtherType(logger, Plain(request.EnrollmentType));
        }

        var now = time.GetInstant();
        var candidate = new NewEnrollment(
            identity,
            EnrollmentOf(identity, request, now),
            EnrollmentOrigin.Hash(request.Token),
            blobs.Read(request.EnrollmentData, identity),
            now
        );
        Outcome<Enrolled> outcome;
        do
        {
            using var span = EnrollmentTracing.Source.StartActivity(EnrollmentTracing.Add);
            outcome = await AddAsync(candidate, request.Token, ct);
        } while (outcome is Outcome<Enrolled>.Failed { Problem: DeviceCalling });

        return outcome.Match<Outcome<EnrollmentGrant>>(
            enrolled =>
            {
                changes.Raise();
                groups.Enqueue(identity.ObjectId);
                return new EnrollmentGrant(provisioning.DocumentFor(enrolled.Id, identity), enrolled.Repeated);
            },
            problem => problem
        );
    }

    /// <summary>The parts of a request that the transaction uses; the transaction may run several times.</summary>
    private sealed record NewEnrollment(
        DeviceIdentity Identity,
        EnrolledDevice Enrollment,
        byte[] TokenHash,
        Acceptance Acceptance,
        DateTimeOffset At
    );

    private Task<Outcome<Enrolled>> AddAsync(NewEnrollment candidate, string token, CancellationToken ct) =>
        database.WriteAsync<Outcome<Enrolled>>(
            async tx =>
            {
                // Enrollments of one person, and of one device, are serialized: the device limit must hold, and the same device must not be
                // added twice. All transactions acquire the two locks in this order, so that no deadlock occurs.
                var (identity, enrollment) = (candidate.Identity, candidate.Enrollment);
                await tx.AcquireLockAsync(database.Dialect, $"enroll {identity.TenantId:D} {identity.ObjectId:D}");
                await tx.AcquireLockAsync(
                    database.Dialect,
                    $"enroll device {identity.TenantId:D} {DeviceIds.Canonical(enrollment.DeviceId)}"
                );
                if (await DeviceBlocks.IsBlockedAsync(tx, identity.TenantId, identity.ObjectId, enrollment.DeviceId))
                {
                    return new EnrollmentBlocked();
                }

                var holders = await DeviceHolders.ListAsync(tx, identity.TenantId, enrollment.DeviceId, ct);
                var before = holders.FirstOrDefault(h => h.Enrollment.ObjectId == identity.ObjectId);
                var origin = before is null ? null : await EnrollmentOrigins.FindAsync(tx.Connection, tx.Inner, before.Enrollment.Key, ct);
                if (before is not null && IsRepetition(before, origin, token, candidate.At))
                {
                    return new Enrolled(before.Enrollment.Id, Repeated: true);
                }

                if (await RejectionAsync(tx, candidate, holders, before, origin) is { } problem)
                {
                    return problem;
                }

                var terms = await TermsStore.CurrentAsync(tx.Connection, tx.Inner, ct);
                if (await TermsProblemAsync(tx, candidate.Acceptance, terms, ct) is { } unaccepted)
                {
                    return unaccepted;
                }

                if (
                    before is null
                    && await DeviceStore.CountActiveAsync(tx, identity.TenantId, identity.ObjectId, ct) >= application.MaxPerUser
                )
                {
                    return new TooManyDevices(application.MaxPerUser);
                }

                if (before is not null && !await DeviceStore.EndAsync(tx, before, EndReason.Reenrolled, candidate.At, ct))
                {
                    return new DeviceCalling();
                }

                var accepted = terms.IsShown && candidate.Acceptance is Acceptance.Accepted a ? a.Terms : null;
                var added = await DeviceStore.AddAsync(tx, enrollment, ct);
                await EnrollmentOrigins.AddAsync(
                    tx,
                    added.Key,
                    new EnrollmentOrigin
                    {
                        TokenHash = candidate.TokenHash,
                        DeviceClaim = identity.DeviceId,
                        TermsInForce = terms.IsShown ? terms.Number : null,
                        Accepted = accepted,
                    },
                    ct
                );
                await audit.Append(
                    tx,
                    new AuditEvent.DeviceEnrolled(
                        enrollment.Id,
                        enrollment.DeviceName,
                        enrollment.Upn,
                        before?.Enrollment.Id,
                        accepted?.Version,
                        accepted?.At
                    )
                    {
                        Actor = new Actor.Device(enrollment.Id, enrollment.DeviceName),
                    }
                );
                return new Enrolled(enrollment.Id, Repeated: false);
            },
            ct
        );

    /// <summary>The same token before the first check-in: Windows enrolls once with a token, so the response was lost.</summary>
    private static bool IsRepetition(DeviceRecord before, EnrollmentOrigin? origin, string token, DateTimeOffset now) =>
        origin?.IsFrom(token) == true
        && now - before.Enrollment.EnrolledAt < RepetitionWindow
        && before.SyncState is { Revision: 0, LastContact: null }
        && before.Session is null;

    /// <summary>
    /// The existing enrollment of the device prevents the enrollment: the rejection is recorded in the audit trail of the existing
    /// enrollment, where the help desk finds it.
    /// </summary>
    private async Task<Problem?> RejectionAsync(
        Transaction tx,
        NewEnrollment candidate,
        IReadOnlyList<DeviceRecord> holders,
        DeviceRecord? before,
        EnrollmentOrigin? origin
    )
    {
        var (existing, problem, cause) =
            holders.FirstOrDefault(h => h.Enrollment.ObjectId != candidate.Identity.ObjectId) is { } holder
                ? (holder, new DeviceOwnedByAnotherUser(), EnrollmentRejectionCause.OwnedByAnotherUser)
            : before is not null
            && origin?.DeviceClaim is { } known
            && candidate.Identity.DeviceId is { } claimed
            && !known.Equals(claimed, StringComparison.OrdinalIgnoreCase)
                ? (before, (Problem)new DeviceIdChanged(), EnrollmentRejectionCause.DeviceIdChanged)
            : (null, null, default);
        if (existing is null)
        {
            return null;
        }

        var claimant = candidate.Enrollment.Upn;
        await audit.Append(
            tx,
            new AuditEvent.EnrollmentRejected(
                existing.Enrollment.Id,
                existing.Enrollment.DeviceName,
                existing.Enrollment.Upn,
                claimant,
                cause
            )
            {
                Actor = new Actor.Person(candidate.Identity.ObjectId, candidate.Enrollment.PersonName),
            }
        );
        return problem;
    }

    /// <summary>Without published terms of use, the request's proof of acceptance is ignored.</summary>
    private async Task<Problem?> TermsProblemAsync(Transaction tx, Acceptance acceptance, TermsVersion terms, CancellationToken ct)
    {
        using var span = EnrollmentTracing.Source.StartActivity(EnrollmentTracing.CheckTerms);
        if (!terms.IsShown)
        {
            if (acceptance is Acceptance.Invalid or Acceptance.Accepted)
            {
                Log.AcceptanceIgnored(logger);
            }

            return null;
        }

        return acceptance switch
        {
            Acceptance.Invalid invalid => new AcceptanceInvalid(invalid.Reason),
            Acceptance.Accepted accepted when await EnrollmentOrigins.WasUsedAsync(tx, accepted.Terms.Nonce, ct) => new AcceptanceInvalid(
                "it was used before"
            ),
            Acceptance.Accepted => null,
            _ => terms.Required ? new TermsNotAccepted() : null,
        };
    }

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
            OsBuild = EnrollmentRules.Build(request.OsVersion),
            OsEdition = int.TryParse(request.OsEdition, NumberStyles.None, CultureInfo.InvariantCulture, out var edition) ? edition : null,
            Grouping = Guid.NewGuid().ToString("D"),
            EnrolledAt = now,
        };
    }

    private static string Cut(string text) => text.Length <= MaximumNameLength ? text : text[..MaximumNameLength];

    /// <summary>A value that a device sent, in a form that is safe for a log entry.</summary>
    private static string Plain(string? word) =>
        word is null ? "(none)"
        : word.Length <= 40 && word.All(char.IsAsciiLetterOrDigit) ? word
        : "(not alphanumeric)";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A device requested an enrollment of type {Type}; Devices:EnrollmentType accepts it")]
        public static partial void OtherType(ILogger logger, string type);

        [LoggerMessage(
            2,
            LogLevel.Information,
            "A request contains an acceptance of terms of use; no terms are in effect, so it was ignored"
        )]
        public static partial void AcceptanceIgnored(ILogger logger);
    }
}
