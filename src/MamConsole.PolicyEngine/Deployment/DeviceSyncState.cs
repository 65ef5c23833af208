using MamConsole.PolicyEngine.Monitoring;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The narrow row: where a device stands. Versions by their global id; 0 = nothing.</summary>
public sealed record DeviceSyncState
{
    /// <summary>Counts up with each write; two nodes that answer one device cannot both win.</summary>
    public required long Revision { get; init; }

    /// <summary>What it should have, as of its last call.</summary>
    public required long Assigned { get; init; }

    /// <summary>What was sent last; differs from <see cref="Acknowledged"/> while an answer is missing.</summary>
    public required long Sent { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The last version whose writes were all answered, well or badly.</summary>
    public required long Acknowledged { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Whether everything acknowledged was read back since the last change: asked for, and told.</summary>
    public required bool WasRead { get; init; }

    /// <summary>The last read of all settings.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The last read of the device's condition.</summary>
    public DateTimeOffset? ConditionReadAt { get; init; }

    /// <summary>The last read of what hardly ever changes.</summary>
    public DateTimeOffset? HardwareReadAt { get; init; }

    /// <summary>When the first of the groups is to be read again; the epoch while a whole read is owed.</summary>
    public required DateTimeOffset NextRead { get; init; }

    /// <summary>Whether everything is to be read, whatever the rhythm says.</summary>
    public bool NeedsFullRead => NextRead <= DateTimeOffset.UnixEpoch;

    /// <summary>When something that stands against a node is sent again by itself; null = never. The earliest of its deviations'.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>How many nodes are withheld, unknown, refused or differ.</summary>
    public required int Deviations { get; init; }

    /// <summary>0 none, 1 withheld or unknown, 2 refused or differs.</summary>
    public required int Worst { get; init; }
    public DateTimeOffset? LastContact { get; init; }

    /// <summary>When each group was read last.</summary>
    public ReadTimes ReadTimes => new(ReadAt, ConditionReadAt, HardwareReadAt);

    /// <summary>A version that was sent and not answered in full; null = none.</summary>
    public long? Unanswered => Sent == Acknowledged ? null : Sent;

    /// <summary>What a device starts with: nothing sent, everything to read.</summary>
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
