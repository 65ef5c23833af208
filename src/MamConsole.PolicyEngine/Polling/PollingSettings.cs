using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>The check-in schedule, as entered (docs/reference/protocol.md §5.1): three consecutive sets of check-ins.</summary>
public sealed record PollingSettings
{
    /// <summary>Null = nothing is sent: Windows checks in about once a day.</summary>
    [JsonPropertyName("rhythm")]
    public PollingSchedule? Schedule { get; init; }

    /// <summary>
    /// Minutes between the check-ins of the first set, from 1. The six numbers are used only with <see cref="PollingSchedule.Own"/>.
    /// </summary>
    public string FirstInterval { get; init; } = "";

    /// <summary>The number of check-ins in the first set, from 1; 0 would never end, so the later sets would never begin.</summary>
    public string FirstCount { get; init; } = "";

    /// <summary>Minutes between the check-ins of the second set; 0 or empty = no such set.</summary>
    public string SecondInterval { get; init; } = "";

    /// <summary>The number of check-ins in the second set; 0 = without end.</summary>
    public string SecondCount { get; init; } = "";

    /// <summary>Minutes between all later check-ins; 0 or empty = no such set.</summary>
    public string LaterInterval { get; init; } = "";

    /// <summary>The number of later check-ins; 0 or empty = without end.</summary>
    public string LaterCount { get; init; } = "";

    /// <summary>Whether a PC also checks in whenever a user signs in.</summary>
    public bool? PollOnLogin { get; init; }
}
