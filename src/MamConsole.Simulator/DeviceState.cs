using System.Collections.Immutable;
using System.Text.Json;

namespace MamConsole.Simulator;

/// <summary>What a device keeps when it is switched off; stored as JSON.</summary>
public sealed record DeviceState
{
    public required DeviceProfile Profile { get; init; }

    public DeviceAccount? Account { get; init; }

    /// <summary>The tree's nodes, null for interior ones.</summary>
    public ImmutableSortedDictionary<string, string?> Nodes { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    public ImmutableSortedDictionary<string, string> GroupPolicy { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The last SessionID given.</summary>
    public int Sessions { get; init; }

    /// <summary>Scheduled sessions since enrollment.</summary>
    public int Scheduled { get; init; }

    public DateTimeOffset? LastContact { get; init; }

    public DateTimeOffset? NextPoll { get; init; }

    public bool WorkFilesRevoked { get; init; }

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DeviceStateJson.Default.DeviceState);

    /// <summary>From what <see cref="ToJson"/> gave.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static DeviceState FromJson(string json) =>
        JsonSerializer.Deserialize(json, DeviceStateJson.Default.DeviceState) ?? throw new JsonException("The device's state is null.");
}
