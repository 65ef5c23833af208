using MamConsole.Server.Devices;

namespace MamConsole.Server.Sessions;

/// <summary>A whole session.</summary>
public sealed record SessionDetail
{
    public required SessionRow Row { get; init; }
    public required string DeviceId { get; init; }
    public required string PersonName { get; init; }
    public required string DeviceName { get; init; }

    /// <summary>As the device named the session; such names repeat. Empty for an enrollment.</summary>
    public required string SessionId { get; init; }

    /// <summary>The version that it led to; null = nothing.</summary>
    public VersionMentioned? Assigned { get; init; }

    /// <summary>What the device had acknowledged before and after; null = nothing.</summary>
    public VersionMentioned? AcknowledgedBefore { get; init; }
    public VersionMentioned? AcknowledgedAfter { get; init; }

    /// <summary>When it will be removed; null when it stays as long as the enrollment.</summary>
    public DateTimeOffset? RetainedUntil { get; init; }
    public required IReadOnlyList<SessionExchange> Exchanges { get; init; }
}
