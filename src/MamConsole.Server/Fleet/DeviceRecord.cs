using System.Collections.Immutable;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.OneOffs;
using MamConsole.Protocol.Session;

namespace MamConsole.Server.Fleet;

/// <summary>Why an enrollment ended. Stored by number: never renumber.</summary>
internal enum EndReason
{
    /// <summary>The device said so (alert 1226).</summary>
    DeviceUnenrolled = 1,
    /// <summary>The same person enrolled the same device again.</summary>
    Reenrolled = 2,
    /// <summary>The device left because it was asked to.</summary>
    Retired = 3,
    /// <summary>Somebody set its device id free; the PC itself was not asked.</summary>
    Released = 4,
}

/// <summary>Why a device's calls are refused. Stored by number: never renumber.</summary>
internal enum BlockReason
{
    /// <summary>Somebody blocked it; enrolling again does not help it.</summary>
    Person = 1,
    /// <summary>It retires, and is to lose contact (protocol.md §6.1, plan B): at once, or because it did not leave when it was told to.</summary>
    Retiring = 2,
}

/// <summary>Who enrolled what.</summary>
internal sealed record EnrolledDevice
{
    public required long Key { get; init; }
    public required string Id { get; init; }
    public required Guid TenantId { get; init; }
    public required Guid ObjectId { get; init; }
    public required string DeviceId { get; init; }
    public required string Upn { get; init; }
    public required string PersonName { get; init; }
    public required string DeviceName { get; init; }
    public required string OsVersion { get; init; }
    public int? OsBuild { get; init; }
    public int? OsEdition { get; init; }
    public required string Grouping { get; init; }
    public required DateTimeOffset EnrolledAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public EndReason? EndReason { get; init; }

    /// <summary>Since when its calls are refused; null = they are answered.</summary>
    public DateTimeOffset? BlockedAt { get; init; }
    public BlockReason? BlockReason { get; init; }

    /// <summary>Since when it is to leave.</summary>
    public DateTimeOffset? RetiringSince { get; init; }

    /// <summary>The ring that somebody put it into.</summary>
    public string Ring { get; init; } = RingName.Usual;

    /// <summary>The groups that its person was in when they were last read.</summary>
    public PersonGroups Groups { get; init; } = PersonGroups.NeverRead;

    public DeviceCapability Capability => new(OsBuild);

    /// <summary>What its policy is chosen by.</summary>
    public AssignmentSubject Subject => new(Upn, Groups, OsBuild, OsEdition, Ring);
}

/// <summary>The live session of a device: enough to understand its next message and to make the last answer again, on any node.</summary>
internal sealed record StoredSession
{
    /// <summary>The session as the wire knows it.</summary>
    public required LiveSession Live { get; init; }

    /// <summary>The statuses of the last answer.</summary>
    public required ImmutableArray<OwedStatus> Owed { get; init; }

    /// <summary>How the last answer ended.</summary>
    public required ReplyEnding Ending { get; init; }

    /// <summary>Whether the last answer said that a chunk was lost.</summary>
    public bool ChunkLost { get; init; }

    /// <summary>The version the session leads to; a publish in between waits for the next session.</summary>
    public required long Assigned { get; init; }

    /// <summary>The largest message that the device takes, in bytes, as it said in this session; null when it named none.</summary>
    public long? MaxMessageSize { get; init; }

    /// <summary>Who is signed in, as the first package said so far.</summary>
    public LoginStatus Login { get; init; }

    /// <summary>DevInfo of a first package that takes several messages, so far.</summary>
    public ImmutableDictionary<string, string> DeviceInfo { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How far the step has come; null while the device's first package is not complete.</summary>
    public StepSession? Step { get; init; }

    /// <summary>Verdicts of a package that takes several messages, so far.</summary>
    public ImmutableArray<HeardVerdict> Heard { get; init; } = [];

    /// <summary>Values of such a package, so far.</summary>
    public ImmutableArray<NodeReading> Readings { get; init; } = [];

    /// <summary>The one-off commands that are out; none while the step has something out.</summary>
    public ImmutableArray<OneOffRun> OneOffs { get; init; } = [];

    /// <summary>The first CmdID of the message that carried them.</summary>
    public int OneOffFirstId { get; init; }
}

/// <summary>The verdict on one of our commands.</summary>
internal sealed record HeardVerdict(PlannedCommand Command, int Code, string? OriginalError);

/// <summary>Everything that one call of a device needs, read at once.</summary>
/// <param name="Enrollment">Who it is.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Session">Its live session, if any.</param>
/// <param name="SessionAt">When that was last written.</param>
internal sealed record DeviceRecord(EnrolledDevice Enrollment, DeviceStanding Standing, StoredSession? Session, DateTimeOffset? SessionAt)
{
    /// <summary>Whether one-off commands are open.</summary>
    public bool HasCommands { get; init; }
}
