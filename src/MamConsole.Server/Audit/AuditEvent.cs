using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Audit;

/// <summary>
/// Something that was done. Closed; each kind has its subject and what was there before and after, as codes and values. Stored with the
/// names of its members: never rename one, never change a discriminator.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "action")]
[JsonDerivedType(typeof(PolicyCreated), "policyCreated")]
[JsonDerivedType(typeof(PolicyRenamed), "policyRenamed")]
[JsonDerivedType(typeof(DraftSaved), "draftSaved")]
[JsonDerivedType(typeof(DraftDiscarded), "draftDiscarded")]
[JsonDerivedType(typeof(PolicyPublished), "policyPublished")]
[JsonDerivedType(typeof(PolicyRolledBack), "policyRolledBack")]
[JsonDerivedType(typeof(DeviceEnrolled), "deviceEnrolled")]
[JsonDerivedType(typeof(DeviceUnenrolled), "deviceUnenrolled")]
[JsonDerivedType(typeof(DeviceCallRejected), "deviceCallRefused")]
[JsonDerivedType(typeof(EnrollmentRejected), "enrollmentRefused")]
[JsonDerivedType(typeof(TermsPublished), "termsPublished")]
[JsonDerivedType(typeof(EnrollmentDeleted), "enrollmentForgotten")]
[JsonDerivedType(typeof(AuditPruned), "auditPruned")]
[JsonDerivedType(typeof(DeviceActionQueued), "deviceAsked")]
[JsonDerivedType(typeof(DeviceActionCancelled), "deviceRequestCancelled")]
[JsonDerivedType(typeof(DeviceRejectionsRetried), "deviceRefusalsRetried")]
[JsonDerivedType(typeof(DeviceBlocked), "deviceBlocked")]
[JsonDerivedType(typeof(DeviceUnblocked), "deviceUnblocked")]
[JsonDerivedType(typeof(DeviceRetireRequested), "deviceRetireAsked")]
[JsonDerivedType(typeof(DeviceReleased), "deviceReleased")]
[JsonDerivedType(typeof(ExchangePolicyRecorded), "exchangePolicyRecorded")]
[JsonDerivedType(typeof(PolicyImported), "policyImported")]
[JsonDerivedType(typeof(SecretStored), "secretKept")]
[JsonDerivedType(typeof(SecretsPruned), "secretsPruned")]
[JsonDerivedType(typeof(DeviceRingChanged), "deviceRingChanged")]
[JsonDerivedType(typeof(DeviceGroupsRead), "deviceGroupsRead")]
[JsonDerivedType(typeof(VersionCommented), "versionCommented")]
internal abstract record AuditEvent
{
    private AuditEvent() { }

    public required Actor Actor { get; init; }

    public abstract AuditSubject Subject { get; }

    /// <summary>What happened, in one sentence: "Published version 3: …". Made when the event is shown, never stored.</summary>
    public abstract string Summary();

    /// <summary>A policy came into being, with a first draft.</summary>
    public sealed record PolicyCreated(string PolicyId, string Name, DocumentChange Change) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string Summary() => $"Created the policy {Name}";
    }

    public sealed record PolicyRenamed(string PolicyId, string Before, string After) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, After);

        public override string Summary() => $"Renamed {Before} to {After}";
    }

    /// <summary>A draft was saved; the audit page may fold a person's row of these.</summary>
    public sealed record DraftSaved(string PolicyId, string Name, int Revision, DocumentChange Change) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string Summary() => $"Saved draft {Revision}";
    }

    public sealed record DraftDiscarded(string PolicyId, string Name, int Revision, DocumentChange Change) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string Summary() => $"Discarded draft {Revision}";
    }

    /// <summary>A draft became a version.</summary>
    /// <param name="PolicyId">The policy.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="VersionId">The new version.</param>
    /// <param name="NumberBefore">0 when it is the first.</param>
    /// <param name="NumberAfter">The new version's number.</param>
    /// <param name="Reason">As typed.</param>
    /// <param name="Accepted">The rules that had something to say and were accepted with the reason.</param>
    /// <param name="Change">Against the version before.</param>
    public sealed record PolicyPublished(
        string PolicyId,
        string Name,
        long VersionId,
        int NumberBefore,
        int NumberAfter,
        string Reason,
        ValueList<string> Accepted,
        DocumentChange Change
    ) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string Summary() =>
            Reason.Length == 0 ? $"Published version {NumberAfter}" : $"Published version {NumberAfter}: {Reason}";
    }

    /// <summary>An old version's document became a new version. As <see cref="PolicyPublished"/>, and whose document it was.</summary>
    public sealed record PolicyRolledBack(
        string PolicyId,
        string Name,
        long VersionId,
        int NumberBefore,
        int NumberAfter,
        int FromNumber,
        string Reason,
        ValueList<string> Accepted,
        DocumentChange Change
    ) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string Summary() => $"Rolled back to version {FromNumber}, published as version {NumberAfter}: {Reason}";
    }

    /// <summary>A device enrolled.</summary>
    /// <param name="EnrollmentId">The new enrollment.</param>
    /// <param name="DeviceName">The device's name as it gave it.</param>
    /// <param name="Upn">Whose account enrolled it.</param>
    /// <param name="Replaced">The enrollment of the same person and device that this one ended, if any.</param>
    /// <param name="TermsAccepted">The version of the terms of use that the person accepted; null when the request brought no
    /// acceptance.</param>
    /// <param name="TermsAcceptedAt">When.</param>
    public sealed record DeviceEnrolled(
        string EnrollmentId,
        string DeviceName,
        string Upn,
        string? Replaced,
        int? TermsAccepted = null,
        DateTimeOffset? TermsAcceptedAt = null
    ) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() =>
            $"Enrolled {DeviceName} of "
            + $"{Upn}{(Replaced is null ? "" : " again")}"
            + $"{(TermsAccepted is null ? "" : $"; version {TermsAccepted} of the terms of use was accepted")}";
    }

    /// <summary>An enrollment ended.</summary>
    /// <param name="EnrollmentId">The enrollment.</param>
    /// <param name="DeviceName">The device's name.</param>
    /// <param name="Upn">Whose account it was.</param>
    /// <param name="Cause">Why.</param>
    public sealed record DeviceUnenrolled(string EnrollmentId, string DeviceName, string Upn, UnenrollCause Cause) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() =>
            $"Unenrolled {DeviceName} of {Upn}: "
            + (Cause == UnenrollCause.Retired ? "it was retired" : "its work account was removed on the PC");
    }

    /// <summary>
    /// A call with a good token was rejected because of its device. Recorded once an hour for each person, device and cause.
    /// </summary>
    /// <param name="DeviceId">The device id of the message; nothing proves it.</param>
    /// <param name="Cause">Why. Events of older versions have none: they mean <see cref="RejectedCallCause.NotEnrolled"/>.</param>
    /// <param name="EnrollmentId">The enrollment that is blocked or retiring; null when there is none.</param>
    /// <param name="DeviceName">Its device's name.</param>
    public sealed record DeviceCallRejected(
        string DeviceId,
        RejectedCallCause Cause = RejectedCallCause.NotEnrolled,
        string? EnrollmentId = null,
        string? DeviceName = null
    ) : AuditEvent
    {
        /// <summary>
        /// The enrollment, or the device id alone where this account has no such enrollment: whether another account has one is not looked
        /// up, so that the answer takes as long either way.
        /// </summary>
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId ?? "", DeviceName ?? DeviceId);

        public override string Summary() =>
            Cause switch
            {
                RejectedCallCause.Blocked => $"{DeviceName} checked in and was rejected: it is blocked",
                RejectedCallCause.Retiring => $"{DeviceName} checked in and was rejected: it is being retired",
                _ => $"A check-in as device {DeviceId} was rejected: this account did not enroll it",
            };
    }

    /// <summary>An enrollment with a good token was rejected because the device is enrolled already.</summary>
    /// <param name="EnrollmentId">The existing enrollment, which stays as it is.</param>
    /// <param name="DeviceName">Its device's name.</param>
    /// <param name="Upn">Whose it is.</param>
    /// <param name="Claimant">Who tried.</param>
    /// <param name="Cause">Why.</param>
    public sealed record EnrollmentRejected(
        string EnrollmentId,
        string DeviceName,
        string Upn,
        string Claimant,
        EnrollmentRejectionCause Cause
    ) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() =>
            $"Rejected the enrollment of {DeviceName} for {Claimant}: "
            + (
                Cause == EnrollmentRejectionCause.OwnedByAnotherUser
                    ? $"it is enrolled for {Upn}"
                    : "its token names another device than the one that enrolled"
            );
    }

    /// <summary>The terms of use changed.</summary>
    /// <param name="NumberBefore">0 when there were none.</param>
    /// <param name="NumberAfter">The new version's number.</param>
    /// <param name="TextBefore">In Markdown; empty when there was none.</param>
    /// <param name="TextAfter">In Markdown; empty when nobody is shown any from now on.</param>
    /// <param name="RequiredBefore">Whether nobody could enroll without having accepted.</param>
    /// <param name="RequiredAfter">The same from now on.</param>
    public sealed record TermsPublished(
        int NumberBefore,
        int NumberAfter,
        string TextBefore,
        string TextAfter,
        bool RequiredBefore,
        bool RequiredAfter
    ) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Setting, "terms", "Terms of use");

        public override string Summary() =>
            TextAfter.Length == 0
                ? $"Withdrew the terms of use (version {NumberAfter})"
                : $"Published version {NumberAfter} of the terms of use{(RequiredAfter ? "; nobody enrolls without accepting them" : "")}";
    }

    /// <summary>An ended enrollment was removed for good, because it was older than it has to be kept.</summary>
    /// <param name="EnrollmentId">The enrollment.</param>
    /// <param name="DeviceName">The device's name.</param>
    /// <param name="Upn">Whose account it was.</param>
    /// <param name="RetentionDays">How many days it had to be kept.</param>
    public sealed record EnrollmentDeleted(
        string EnrollmentId,
        string DeviceName,
        string Upn,
        [property: JsonPropertyName("keptDays")] int RetentionDays
    ) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() => $"Removed the ended enrollment of {DeviceName} of {Upn} after {RetentionDays} days";
    }

    /// <summary>The oldest audit events were removed, because they were older than they have to be kept.</summary>
    /// <param name="Events">How many.</param>
    /// <param name="LastSequence">The number of the last of them; all before it are gone.</param>
    /// <param name="RetentionDays">How many days they had to be kept.</param>
    public sealed record AuditPruned(int Events, long LastSequence, [property: JsonPropertyName("keptDays")] int RetentionDays) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.History, "audit", "Audit");

        public override string Summary() => $"Removed {Events} audit events up to no. {LastSequence} after {RetentionDays} days";
    }

    /// <summary>A device action was queued.</summary>
    /// <param name="EnrollmentId">The enrollment.</param>
    /// <param name="DeviceName">The device's name.</param>
    /// <param name="Upn">Whose account it is.</param>
    /// <param name="CommandId">The device action's id.</param>
    /// <param name="Command">What the device shall do.</param>
    public sealed record DeviceActionQueued(
        string EnrollmentId,
        string DeviceName,
        string Upn,
        string CommandId,
        DeviceActionCommand Command
    ) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() => $"Queued the device action {Describe(Command)} for {DeviceName} of {Upn}";
    }

    /// <summary>A device action was canceled before it was sent.</summary>
    public sealed record DeviceActionCancelled(
        string EnrollmentId,
        string DeviceName,
        string Upn,
        string CommandId,
        DeviceActionCommand Command
    ) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() => $"Canceled the device action {Describe(Command)} for {DeviceName} of {Upn}";
    }

    /// <summary>The settings that a device rejected are sent again.</summary>
    public sealed record DeviceRejectionsRetried(string EnrollmentId, string DeviceName, string Upn, ValueList<string> Nodes) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() => $"Sent {DeviceName} of {Upn} its rejected settings again ({Nodes.Count})";
    }

    /// <summary>A device's check-ins are rejected from now on.</summary>
    public sealed record DeviceBlocked(string EnrollmentId, string DeviceName, string Upn, string Reason) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() =>
            Reason.Length == 0 ? $"Blocked {DeviceName} of {Upn}" : $"Blocked {DeviceName} of {Upn}: {Reason}";
    }

    /// <summary>A device's check-ins are answered again.</summary>
    public sealed record DeviceUnblocked(string EnrollmentId, string DeviceName, string Upn) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() => $"Unblocked {DeviceName} of {Upn}";
    }

    /// <summary>A device is being retired.</summary>
    /// <param name="EnrollmentId">The enrollment.</param>
    /// <param name="DeviceName">The device's name.</param>
    /// <param name="Upn">Whose account it is.</param>
    /// <param name="Mode">How.</param>
    /// <param name="Reason">As typed.</param>
    public sealed record DeviceRetireRequested(string EnrollmentId, string DeviceName, string Upn, RetireMode Mode, string Reason)
        : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() =>
            $"Retired {DeviceName} of {Upn} ({(Mode == RetireMode.Reject ? "its check-ins are rejected" : "it is sent the Unenroll command")})"
            + (Reason.Length == 0 ? "" : $": {Reason}");
    }

    /// <summary>Somebody ended an enrollment here, so that its device id is free; the PC itself was not asked.</summary>
    public sealed record DeviceReleased(string EnrollmentId, string DeviceName, string Upn, string Reason) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() =>
            Reason.Length == 0 ? $"Released {DeviceName} of {Upn}" : $"Released {DeviceName} of {Upn}: {Reason}";
    }

    /// <summary>Somebody recorded what Exchange asks of devices.</summary>
    /// <param name="NumberBefore">0 when there was nothing.</param>
    /// <param name="NumberAfter">The new version's number.</param>
    /// <param name="Name">How the policy is called in Exchange; may be empty.</param>
    /// <param name="Before">The elements as they were.</param>
    /// <param name="After">The elements as they are.</param>
    public sealed record ExchangePolicyRecorded(int NumberBefore, int NumberAfter, string Name, JsonElement Before, JsonElement After)
        : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Setting, "exchange", "Exchange policy");

        public override string Summary() =>
            Name.Length == 0
                ? $"Recorded the Exchange policy, version {NumberAfter}"
                : $"Recorded the Exchange policy {Name}, version {NumberAfter}";
    }

    /// <summary>A policy came into being out of a file.</summary>
    /// <param name="PolicyId">The new policy.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Source">What the file was: <c>policyFile</c>, <c>intuneMam</c>, <c>intuneMdm</c>, <c>appLocker</c>.</param>
    /// <param name="FileName">The file's name; empty when its text was pasted or sent bare.</param>
    /// <param name="FileHash">SHA-256 of its bytes, hex: tells later which file it was.</param>
    /// <param name="Dropped">How many of its properties have no place here.</param>
    /// <param name="Change">The first draft.</param>
    public sealed record PolicyImported(
        string PolicyId,
        string Name,
        string Source,
        string FileName,
        string FileHash,
        int Dropped,
        DocumentChange Change
    ) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string Summary() => $"Imported the policy {Name}{(FileName.Length == 0 ? "" : $" from {FileName}")}";
    }

    /// <summary>A secret was stored. Neither the value nor its length is recorded.</summary>
    /// <param name="SecretId">The id by which policies name it.</param>
    /// <param name="Kind">What it is for.</param>
    public sealed record SecretStored(string SecretId, SecretKind Kind) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Secret, SecretId, "Secret");

        public override string Summary() =>
            $"Stored a secret: {Kind switch
        {
            SecretKind.WifiKey => "a Wi-Fi password",
            SecretKind.VpnKey => "a VPN key",
            SecretKind.ScepChallenge => "a SCEP challenge",
            SecretKind.Pfx => "a certificate with its private key",
            _ => "the password of a certificate file",
        }}";
    }

    /// <summary>Secrets that no policy names were deleted.</summary>
    /// <param name="Secrets">How many.</param>
    /// <param name="RetentionDays">How many days they were kept at least.</param>
    public sealed record SecretsPruned(int Secrets, [property: JsonPropertyName("keptDays")] int RetentionDays) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.History, "secrets", "Secrets");

        public override string Summary() => $"Deleted {Secrets} secrets that no policy names, after {RetentionDays} days";
    }

    /// <summary>Somebody put a device into another ring.</summary>
    public sealed record DeviceRingChanged(string EnrollmentId, string DeviceName, string Upn, string RingBefore, string RingAfter)
        : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() => $"Moved {DeviceName} of {Upn} from ring {RingBefore} to {RingAfter}";
    }

    /// <summary>Somebody had the groups of a device's person read from Entra at once.</summary>
    public sealed record DeviceGroupsRead(string EnrollmentId, string DeviceName, string Upn, int Groups) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() => $"Read the groups of {Upn} from Entra ({Groups})";
    }

    /// <summary>A published version got a comment.</summary>
    /// <param name="PolicyId">The policy.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="VersionId">The version.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Text">The comment.</param>
    public sealed record VersionCommented(string PolicyId, string Name, long VersionId, int Number, string Text) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string Summary() => $"Commented on version {Number}: {Text}";
    }

    private static string Describe(DeviceActionCommand command) =>
        command.Match(
            read => $"Read {read.LocUris.Count} {(read.LocUris.Count == 1 ? "value" : "values")}",
            _ => "Unenroll",
            _ => "Get WIP log",
            _ => "Verify health"
        );
}
