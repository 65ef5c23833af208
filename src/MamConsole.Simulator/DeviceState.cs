using System.Collections.Immutable;
using System.Text.Json;

namespace MamConsole.Simulator;

/// <summary>The state of a device that survives a restart; stored as JSON.</summary>
public sealed record DeviceState
{
    public required DeviceProfile Profile { get; init; }

    public DeviceAccount? Account { get; init; }

    /// <summary>The written nodes by path; null for interior nodes.</summary>
    public ImmutableSortedDictionary<string, string?> Nodes { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    public ImmutableSortedDictionary<string, string> GroupPolicy { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The number of sessions so far, from which the next SessionID follows.</summary>
    public int Sessions { get; init; }

    /// <summary>The number of scheduled sessions since enrollment.</summary>
    public int Scheduled { get; init; }

    public DateTimeOffset? LastContact { get; init; }

    public DateTimeOffset? NextPoll { get; init; }

    public bool WorkFilesRevoked { get; init; }

    /// <summary>Serializes the state to JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DeviceStateJson.Default.DeviceState);

    /// <summary>Deserializes the output of <see cref="ToJson"/>.</summary>
    /// <exception cref="JsonException">The text is not such a document.</exception>
    public static DeviceState FromJson(string json) =>
        JsonSerializer.Deserialize(json, DeviceStateJson.Default.DeviceState) ?? throw new JsonException("The device's state is null.");
}
