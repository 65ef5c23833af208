using MamConsole.PolicyEngine.Monitoring;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The sync state of a device, one narrow row. Versions are stored by their global id; 0 = nothing.</summary>
public sealed record DeviceSyncState
{
    /// <summary>The number of writes; it prevents two server nodes that answer the same device from both succeeding.</summary>
    public required long Revision { get; init; }

    /// <summary>The version that the device should have, as of its last check-in.</summary>
    public required long Assigned { get; init; }

    /// <summary>The last version that was sent; it differs from <see cref="Acknowledged"/> while an answer is missing.</summary>
    public required long Sent { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The last version whose writes were all answered, successfully or not.</summary>
    public required long Acknowledged { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Whether everything acknowledged was read back since the last change: read and returned.</summary>
    public required bool WasRead { get; init; }

    /// <summary>The time of the last read of all settings.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The time of the last read of the device's status.</summary>
    public DateTimeOffset? ConditionReadAt { get; init; }

    /// <summary>The time of the last read of values that rarely change.</summary>
    public DateTimeOffset? HardwareReadAt { get; init; }

    /// <summary>The time at which the first read group is due; the epoch while a full read is pending.</summary>
    public required DateTimeOffset NextRead { get; init; }

    /// <summary>Whether everything is to be read, regardless of the schedule.</summary>
    public bool NeedsFullRead => NextRead <= DateTimeOffset.UnixEpoch;

    /// <summary>The earliest time at which one of the deviations is retried automatically; null = never.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>The number of nodes that are deferred, unanswered, rejected or different.</summary>
    public required int Deviations { get; init; }

    /// <summary>The worst deviation: 0 none, 1 deferred or unanswered, 2 rejected or different.</summary>
    public required int Worst { get; init; }
    public DateTimeOffset? LastContact { get; init; }

    /// <summary>The time of the last read of each group.</summary>
    public ReadTimes ReadTimes => new(ReadAt, ConditionReadAt, HardwareReadAt);

    /// <summary>A version that was sent and not answered completely; null = none.</summary>
    public long? Unanswered => Sent == Acknowledged ? null : Sent;

    /// <summary>The initial state of a device: nothing sent, everything to be read.</summary>
    public static DeviceSyncState Initial =>
        new()
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
