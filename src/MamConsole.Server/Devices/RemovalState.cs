namespace MamConsole.Server.Devices;

/// <summary>How a PC is removed, and how far its removal is.</summary>
public sealed record RemovalState
{
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Since when its check-ins are rejected.</summary>
    public DateTimeOffset? BlockedSince { get; init; }

    /// <summary>Whether an administrator blocked it, so that it cannot enroll again either.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Since when its unenrollment is requested.</summary>
    public DateTimeOffset? RetiringSince { get; init; }

    /// <summary>The lost-contact timer that it acknowledged, in days, after which it unenrolls; null when it acknowledged none.</summary>
    public int? LostContactDays { get; init; }

    /// <summary>The progress of its removal in a sentence or two; null while it is neither removed, blocked nor retiring.</summary>
    public string? Words { get; init; }

    /// <summary>What happens to its work files when it unenrolls.</summary>
    public required string WorkFiles { get; init; }
}
