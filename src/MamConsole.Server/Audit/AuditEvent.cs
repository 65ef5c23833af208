using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Audit;

/// <summary>
/// An audited action. Closed; each kind has its subject and the previous and new state, as codes and values. Stored with the names of its
/// members: never rename a member, never change a discriminator.
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

    /// <summary>A sentence that describes the event: "Published version 3: …". Composed when the event is shown, never stored.</summary>
    public abstract string Summary();

    /// <summary>A policy was created, with a first draft.</summary>
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

    /// <summary>A draft was saved; the audit page may combine consecutive events of one person.</summary>
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

    /// <summary>A draft was published as a version.</summary>
    /// <param name="PolicyId">The policy.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="VersionId">The new version.</param>
    /// <param name="NumberBefore">The previous version's number; 0 for the first version.</param>
    /// <param name="NumberAfter">The new version's number.</param>
    /// <param name="Reason">As entered.</param>
    /// <param name="Accepted">The codes of the validation findings that were accepted with the reason.</param>
    /// <param name="Change">The differences from the previous version.</param>
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

    /// <summary>
    /// The document of an earlier version was published as a new version. As <see cref="PolicyPublished"/>, with the earlier version.
    /// </summary>
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
    /// <param name="DeviceName">The device name in the enrollment request.</param>
    /// <param name="Upn">The UPN of the user who enrolled it.</param>
    /// <param name="Replaced">The previous enrollment of the same person and device that this enrollment ended, if any.</param>
    /// <param name="TermsAccepted">The version of the terms of use that the person accepted; null when the request contained no
    /// acceptance.</param>
    /// <param name="TermsAcceptedAt">When the person accepted it.</param>
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
    /// <param name="Upn">The UPN of the user.</param>
    /// <param name="Cause">Why it ended.</param>
    public sealed record DeviceUnenrolled(string EnrollmentId, string DeviceName, string Upn, UnenrollCause Cause) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() =>
            $"Unenrolled {DeviceName} of {Upn}: "
            + (Cause == UnenrollCause.Retired ? "it was retired" : "its work account was removed on the PC");
    }

    /// <summary>
    /// A request with a valid token was rejected because of its device. Recorded once an hour for each person, device and cause.
    /// </summary>
    /// <param name="DeviceId">The device ID in the message; it is not proven.</param>
    /// <param name="Cause">Why it was rejected. Events of older versions have no cause, which means
    /// <see cref="RejectedCallCause.NotEnrolled"/>.</param>
    /// <param name="EnrollmentId">The enrollment that is blocked or retiring; null when there is none.</param>
    /// <param name="DeviceName">The name of its device.</param>
    public sealed record DeviceCallRejected(
        string DeviceId,
        RejectedCallCause Cause = RejectedCallCause.NotEnrolled,
        string? EnrollmentId = null,
        string? DeviceName = null
    ) : AuditEvent
    {
        /// <summary>
        /// The enrollment, or only the device ID when this account has no such enrollment: enrollments of other accounts are not looked up,
        /// so that the response takes the same time in both cases.
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

    /// <summary>An enrollment with a valid token was rejected because the device is already enrolled.</summary>
    /// <param name="EnrollmentId">The existing enrollment, which is not changed.</param>
    /// <param name="DeviceName">The name of its device.</param>
    /// <param name="Upn">The UPN of its user.</param>
    /// <param name="Claimant">The user who attempted to enroll the device.</param>
    /// <param name="Cause">Why it was rejected.</param>
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
                    : "its token contains another device ID than the existing enrollment"
            );
    }

    /// <summary>A version of the terms of use was published.</summary>
    /// <param name="NumberBefore">The previous version's number; 0 for the first version.</param>
    /// <param name="NumberAfter">The new version's number.</param>
    /// <param name="TextBefore">The previous text in Markdown; empty when there was none.</param>
    /// <param name="TextAfter">The new text in Markdown; empty when no terms are shown from now on.</param>
    /// <param name="RequiredBefore">Whether enrollment required acceptance before.</param>
    /// <param name="RequiredAfter">Whether enrollment requires acceptance from now on.</param>
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
                : $"Published version {NumberAfter} of the terms of use{(RequiredAfter ? "; acceptance is required to enroll" : "")}";
    }

    /// <summary>An ended enrollment was removed permanently after its retention period.</summary>
    /// <param name="EnrollmentId">The enrollment.</param>
    /// <param name="DeviceName">The device's name.</param>
    /// <param name="Upn">The UPN of the user.</param>
    /// <param name="RetentionDays">The retention period in days.</param>
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

    /// <summary>The oldest audit events were removed after their retention period.</summary>
    /// <param name="Events">The number of removed events.</param>
    /// <param name="LastSequence">The sequence number of the last removed event; all earlier events are removed too.</param>
    /// <param name="RetentionDays">The retention period in days.</param>
    public sealed record AuditPruned(int Events, long LastSequence, [property: JsonPropertyName("keptDays")] int RetentionDays) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.History, "audit", "Audit");

        public override string Summary() => $"Removed {Events} audit events up to no. {LastSequence} after {RetentionDays} days";
    }

    /// <summary>A device action was queued.</summary>
    /// <param name="EnrollmentId">The enrollment.</param>
    /// <param name="DeviceName">The device's name.</param>
    /// <param name="Upn">The UPN of the user.</param>
    /// <param name="CommandId">The device action's ID.</param>
    /// <param name="Command">The command of the device action.</param>
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

    /// <summary>A device's check-ins are accepted again.</summary>
    public sealed record DeviceUnblocked(string EnrollmentId, string DeviceName, string Upn) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() => $"Unblocked {DeviceName} of {Upn}";
    }

    /// <summary>A device is being retired.</summary>
    /// <param name="EnrollmentId">The enrollment.</param>
    /// <param name="DeviceName">The device's name.</param>
    /// <param name="Upn">The UPN of the user.</param>
    /// <param name="Mode">How it is retired.</param>
    /// <param name="Reason">As entered.</param>
    public sealed record DeviceRetireRequested(string EnrollmentId, string DeviceName, string Upn, RetireMode Mode, string Reason)
        : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() =>
            $"Retired {DeviceName} of {Upn} ({(Mode == RetireMode.Reject ? "its check-ins are rejected" : "it is sent the Unenroll command")})"
            + (Reason.Length == 0 ? "" : $": {Reason}");
    }

    /// <summary>
    /// An administrator ended an enrollment on the server, so that its device ID can be enrolled again; no command was sent to the PC.
    /// </summary>
    public sealed record DeviceReleased(string EnrollmentId, string DeviceName, string Upn, string Reason) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() =>
            Reason.Length == 0 ? $"Released {DeviceName} of {Upn}" : $"Released {DeviceName} of {Upn}: {Reason}";
    }

    /// <summary>An administrator recorded the requirements of Exchange for devices.</summary>
    /// <param name="NumberBefore">The previous version's number; 0 for the first version.</param>
    /// <param name="NumberAfter">The new version's number.</param>
    /// <param name="Name">The name of the policy in Exchange; may be empty.</param>
    /// <param name="Before">The previous elements.</param>
    /// <param name="After">The new elements.</param>
    public sealed record ExchangePolicyRecorded(int NumberBefore, int NumberAfter, string Name, JsonElement Before, JsonElement After)
        : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Setting, "exchange", "Exchange policy");

        public override string Summary() =>
            Name.Length == 0
                ? $"Recorded the Exchange policy, version {NumberAfter}"
                : $"Recorded the Exchange policy {Name}, version {NumberAfter}";
    }

    /// <summary>A policy was created from a file.</summary>
    /// <param name="PolicyId">The new policy.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Source">The type of the file: <c>policyFile</c>, <c>intuneMam</c>, <c>intuneMdm</c>, <c>appLocker</c>.</param>
    /// <param name="FileName">The file's name; empty when its text was pasted or sent without a name.</param>
    /// <param name="FileHash">The SHA-256 hash of its bytes in hexadecimal, which identifies the file later.</param>
    /// <param name="Dropped">The number of its properties that are not supported.</param>
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
    /// <param name="SecretId">The ID by which policies reference it.</param>
    /// <param name="Kind">The use of the secret.</param>
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

    /// <summary>Secrets that no policy references were deleted.</summary>
    /// <param name="Secrets">The number of deleted secrets.</param>
    /// <param name="RetentionDays">The minimum retention period in days.</param>
    public sealed record SecretsPruned(int Secrets, [property: JsonPropertyName("keptDays")] int RetentionDays) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.History, "secrets", "Secrets");

        public override string Summary() => $"Deleted {Secrets} secrets that no policy references, after {RetentionDays} days";
    }

    /// <summary>An administrator moved a device to another ring.</summary>
    public sealed record DeviceRingChanged(string EnrollmentId, string DeviceName, string Upn, string RingBefore, string RingAfter)
        : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() => $"Moved {DeviceName} of {Upn} from ring {RingBefore} to {RingAfter}";
    }

    /// <summary>An administrator had the groups of a device's user read from Entra at once.</summary>
    public sealed record DeviceGroupsRead(string EnrollmentId, string DeviceName, string Upn, int Groups) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string Summary() => $"Read the groups of {Upn} from Entra ({Groups})";
    }

    /// <summary>A comment was added to a published version.</summary>
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
        command.Match(read => $"Read {Plural.Of(read.LocUris.Count, "value")}", _ => "Unenroll", _ => "Get WIP log", _ => "Verify health");
}
