using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Server.Fleet;

/// <summary>Why an enrollment ended. Stored by number: never renumber.</summary>
internal enum EndReason
{
    /// <summary>The device said so (alert 1226).</summary>
    DeviceUnenrolled = 1,
    /// <summary>The same person enrolled the same device again.</summary>
    Reenrolled = 2,
}

/// <summary>Who enrolled what.</summary>
internal sealed record Enrollment
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

    public DeviceCapability Capability => new(OsBuild);
}

/// <summary>The narrow row: where a device stands. Versions by their global id; 0 = nothing.</summary>
internal sealed record DeviceStanding
{
    /// <summary>Counts up with each write; two nodes that answer one device cannot both win.</summary>
    public required long Revision { get; init; }

    /// <summary>What it should have, as of its last call.</summary>
    public required long Assigned { get; init; }

    /// <summary>What was sent last; differs from <see cref="Acknowledged"/> while an answer is missing.</summary>
    public required long Sent { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public required long Acknowledged { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Whether everything acknowledged since the last change was read back.</summary>
    public required bool WasRead { get; init; }

    /// <summary>The last full read.</summary>
    public DateTimeOffset? ReadAt { get; init; }
    public required DateTimeOffset NextRead { get; init; }
    public required int Deviations { get; init; }

    /// <summary>0 none, 1 withheld or unknown, 2 refused or differs.</summary>
    public required int Worst { get; init; }
    public DateTimeOffset? LastContact { get; init; }

    /// <summary>What a device starts with: nothing sent, everything to read.</summary>
    public static DeviceStanding Fresh => new()
    {
        Revision = 0,
        Assigned = 0,
        Sent = 0,
        Acknowledged = 0,
        WasRead = false,
        NextRead = DateTimeOffset.UnixEpoch,
        Deviations = 0,
        Worst = 0,
    };
}

/// <summary>The live session of a device, as far as it must be remembered.</summary>
/// <param name="SessionId">As the device named it.</param>
/// <param name="MessageId">The last message answered.</param>
/// <param name="BodyHash">Of that message: the same bytes again are the same message again.</param>
/// <param name="Owed">The statuses of that answer, as JSON.</param>
/// <param name="Step">How far the step has come after that message.</param>
internal sealed record StoredSession(string SessionId, int MessageId, string BodyHash, string Owed, StepSession Step);

/// <summary>Everything that one call of a device needs, read at once.</summary>
internal sealed record DeviceRecord(Enrollment Enrollment, DeviceStanding Standing, StoredSession? Session);
