namespace MamConsole.Server.Devices;

/// <summary>What holds for a PC's way out.</summary>
public sealed record RemovalState
{
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Since when its calls are refused.</summary>
    public DateTimeOffset? BlockedSince { get; init; }

    /// <summary>Whether a person blocked it, so that it cannot enroll again either.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Since when it is to leave.</summary>
    public DateTimeOffset? RetiringSince { get; init; }

    /// <summary>After so many days without contact it leaves by itself, as it acknowledged; null = it was given no such timer.</summary>
    public int? LostContactDays { get; init; }

    /// <summary>What holds now, in a sentence or two; null while nothing stands in its way.</summary>
    public string? Words { get; init; }

    /// <summary>What becomes of its work files when it leaves.</summary>
    public required string WorkFiles { get; init; }
}
