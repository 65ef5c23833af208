using MamConsole.Server.Policies;

namespace MamConsole.Server.Devices;

/// <summary>A device in a list.</summary>
public sealed record DeviceRow
{
    public required string Id { get; init; }
    public required string PersonName { get; init; }
    public required string Upn { get; init; }
    public required string DeviceName { get; init; }

    /// <summary>From DevInfo; empty before its first check-in.</summary>
    public required string Model { get; init; }

    /// <summary>As reported at enrollment.</summary>
    public required string OsVersion { get; init; }
    public string? PolicyName { get; init; }

    /// <summary>The version in force for it; null when no policy applies to it.</summary>
    public VersionRef? Assigned { get; init; }

    /// <summary>The version that was sent to it last, acknowledged or not; null when nothing was sent.</summary>
    public VersionRef? Sent { get; init; }

    /// <summary>
    /// The version that it acknowledged last, possibly of another policy than the assigned one; null when nothing is acknowledged.
    /// </summary>
    public VersionRef? Acknowledged { get; init; }

    /// <summary>The name of the policy of `acknowledged`; null when nothing is acknowledged or that policy is not in force.</summary>
    public string? AcknowledgedPolicyName { get; init; }

    /// <summary>The number in `assigned`.</summary>
    public int? AssignedNumber => Assigned?.Number;

    /// <summary>The number in `acknowledged`: its policy may be another one than the assigned policy.</summary>
    public int? AcknowledgedNumber => Acknowledged?.Number;
    public required DeviceState State { get; init; }
    public required int Deviations { get; init; }
    public DateTimeOffset? LastContact { get; init; }
    public required DateTimeOffset EnrolledAt { get; init; }
}
