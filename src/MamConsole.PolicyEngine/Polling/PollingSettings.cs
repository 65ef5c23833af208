using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>How often PCs check in, as typed (docs/reference/protocol.md §5.1): three sets of calls, one after the other.</summary>
public sealed record PollingSettings
{
    /// <summary>Null = nothing is sent: Windows checks in about once a day.</summary>
    [JsonPropertyName("rhythm")]
    public PollingSchedule? Schedule { get; init; }

    /// <summary>
    /// Minutes between the calls of the first set, from 1. The six numbers count only with <see cref="PollingSchedule.Own"/>.
    /// </summary>
    public string FirstInterval { get; init; } = "";

    /// <summary>Calls of the first set, from 1; 0 would be for ever and shut the later sets out.</summary>
    public string FirstCount { get; init; } = "";

    /// <summary>Minutes between the calls of the second set; 0 or empty = no such set.</summary>
    public string SecondInterval { get; init; } = "";

    /// <summary>Calls of the second set; 0 = for ever.</summary>
    public string SecondCount { get; init; } = "";

    /// <summary>Minutes between all later calls; 0 or empty = no such set.</summary>
    public string LaterInterval { get; init; } = "";

    /// <summary>Later calls; 0 or empty = for ever.</summary>
    public string LaterCount { get; init; } = "";

    /// <summary>Whether a PC also checks in whenever somebody signs in.</summary>
    public bool? PollOnLogin { get; init; }
}
