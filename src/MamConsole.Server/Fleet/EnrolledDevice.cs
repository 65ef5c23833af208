using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Server.Fleet;

/// <summary>An enrollment of a device by a person.</summary>
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

    /// <summary>Since when the requests of the device are rejected; null = they are accepted.</summary>
    public DateTimeOffset? BlockedAt { get; init; }
    public BlockReason? BlockReason { get; init; }

    /// <summary>Since when the device is being unenrolled; null = it is not being unenrolled.</summary>
    public DateTimeOffset? RetiringSince { get; init; }

    /// <summary>The ring that a person assigned the device to.</summary>
    public string Ring { get; init; } = RingName.Usual;

    /// <summary>The group memberships of the person as of the last read.</summary>
    public PersonGroups Groups { get; init; } = PersonGroups.NeverRead;

    public DeviceCapability Capability => new(OsBuild);

    /// <summary>The properties by which assignments select the policy of the device.</summary>
    public AssignmentSubject Subject => new(Upn, Groups, OsBuild, OsEdition, Ring);
}
