using MamConsole.Server.Devices;

namespace MamConsole.Server.Sessions;

/// <summary>A complete session.</summary>
public sealed record SessionDetail
{
    public required SessionRow Row { get; init; }
    public required string DeviceId { get; init; }
    public required string PersonName { get; init; }
    public required string DeviceName { get; init; }

    /// <summary>The session id of the device; such ids are not unique. Empty for an enrollment.</summary>
    public required string SessionId { get; init; }

    /// <summary>The version that the session was to deploy; null = none.</summary>
    public VersionMentioned? Assigned { get; init; }

    /// <summary>The version that the device had acknowledged before the session and after it; null = none.</summary>
    public VersionMentioned? AcknowledgedBefore { get; init; }
    public VersionMentioned? AcknowledgedAfter { get; init; }

    /// <summary>When the record will be deleted; null when it is stored as long as the enrollment.</summary>
    public DateTimeOffset? RetainedUntil { get; init; }
    public required IReadOnlyList<SessionExchange> Exchanges { get; init; }
}
