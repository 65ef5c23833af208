using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Server.Fleet;

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
