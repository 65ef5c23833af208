using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Audit;

/// <summary>
/// Something that was done. Closed; each kind says what it was done to, how it reads, and what was there before and after. Stored with
/// the names of its members: never rename one, never change a discriminator.
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
[JsonDerivedType(typeof(PolicyImported), "policyImported")]
[JsonDerivedType(typeof(DeviceCallRefused), "deviceCallRefused")]
[JsonDerivedType(typeof(ExchangePolicyRecorded), "exchangePolicyRecorded")]
internal abstract record AuditEvent
{
    private AuditEvent()
    {
    }

    public required Actor Actor { get; init; }

    public abstract AuditSubject Subject { get; }

    /// <summary>What happened in one sentence without its subject: "Published version 3: …". Kept as it read at that time, beside the event's own bytes.</summary>
    public abstract string InWords();

    /// <summary>A policy came into being, with a first draft.</summary>
    public sealed record PolicyCreated(string PolicyId, string Name, DocumentChange Change) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string InWords() => $"Created the policy {Name}";
    }

    public sealed record PolicyRenamed(string PolicyId, string Before, string After) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, After);

        public override string InWords() => $"Renamed {Before} to {After}";
    }

    /// <summary>A draft was saved; the audit page may fold a person's row of these.</summary>
    public sealed record DraftSaved(string PolicyId, string Name, int Revision, DocumentChange Change) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string InWords() => $"Saved draft {Revision}";
    }

    public sealed record DraftDiscarded(string PolicyId, string Name, int Revision, DocumentChange Change) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string InWords() => $"Discarded draft {Revision}";
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
        string PolicyId, string Name, long VersionId, int NumberBefore, int NumberAfter, string Reason, ValueList<string> Accepted, DocumentChange Change) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string InWords() => Reason.Length == 0 ? $"Published version {NumberAfter}" : $"Published version {NumberAfter}: {Reason}";
    }

    /// <summary>An old version's document became a new version. As <see cref="PolicyPublished"/>, and whose document it was.</summary>
    public sealed record PolicyRolledBack(
        string PolicyId, string Name, long VersionId, int NumberBefore, int NumberAfter, int FromNumber, string Reason, ValueList<string> Accepted, DocumentChange Change) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string InWords() => $"Rolled back to version {FromNumber}, published as version {NumberAfter}: {Reason}";
    }

    /// <summary>A device enrolled.</summary>
    /// <param name="EnrollmentId">The new enrollment.</param>
    /// <param name="DeviceName">The device's name as it gave it.</param>
    /// <param name="Upn">Whose account enrolled it.</param>
    /// <param name="Replaced">The enrollment of the same person and device that this one ended, if any.</param>
    public sealed record DeviceEnrolled(string EnrollmentId, string DeviceName, string Upn, string? Replaced) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string InWords() => Replaced is null ? $"Enrolled {DeviceName} of {Upn}" : $"Enrolled {DeviceName} of {Upn} again";
    }

    /// <summary>An enrollment ended.</summary>
    /// <param name="EnrollmentId">The enrollment.</param>
    /// <param name="DeviceName">The device's name.</param>
    /// <param name="Upn">Whose account it was.</param>
    /// <param name="Cause">Why, in words: "The device said that its account was removed".</param>
    public sealed record DeviceUnenrolled(string EnrollmentId, string DeviceName, string Upn, string Cause) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Device, EnrollmentId, DeviceName);

        public override string InWords() => $"Unenrolled {DeviceName} of {Upn}: {Cause}";
    }

    /// <summary>Somebody's token was good, and the device that it spoke for is not enrolled by that account. Told once an hour for each person and device.</summary>
    /// <param name="DeviceId">The device as the message named it; nobody vouches for it.</param>
    public sealed record DeviceCallRefused(string DeviceId) : AuditEvent
    {
        /// <summary>No enrollment of this person's: whether it is somebody else's is not looked up, so that the answer takes as long either way.</summary>
        public override AuditSubject Subject => new(SubjectKind.Device, "", DeviceId);

        public override string InWords() => $"Was refused when calling as device {DeviceId}, which is not enrolled by this account";
    }

    /// <summary>A policy came into being out of a file.</summary>
    /// <param name="PolicyId">The new policy.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Source">What the file was: <c>policyFile</c>, <c>intuneMam</c>, <c>intuneMdm</c>, <c>appLocker</c>.</param>
    /// <param name="FileName">The file's name; empty when its text was pasted or sent bare.</param>
    /// <param name="FileHash">SHA-256 of its bytes, hex: tells later which file it was.</param>
    /// <param name="Dropped">How many of its properties have no place here.</param>
    /// <param name="Change">The first draft.</param>
    public sealed record PolicyImported(string PolicyId, string Name, string Source, string FileName, string FileHash, int Dropped, DocumentChange Change) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Policy, PolicyId, Name);

        public override string InWords() => $"Imported the policy {Name}{(FileName.Length == 0 ? "" : $" from {FileName}")}";
    }

    /// <summary>Somebody recorded what Exchange asks of devices.</summary>
    /// <param name="NumberBefore">0 when there was nothing.</param>
    /// <param name="NumberAfter">The new version's number.</param>
    /// <param name="Name">How the policy is called in Exchange; may be empty.</param>
    /// <param name="Before">The elements as they were.</param>
    /// <param name="After">The elements as they are.</param>
    public sealed record ExchangePolicyRecorded(int NumberBefore, int NumberAfter, string Name, JsonElement Before, JsonElement After) : AuditEvent
    {
        public override AuditSubject Subject => new(SubjectKind.Setting, "exchange", "Exchange policy");

        public override string InWords() => Name.Length == 0 ? $"Recorded the Exchange policy, version {NumberAfter}" : $"Recorded the Exchange policy {Name}, version {NumberAfter}";
    }
}
