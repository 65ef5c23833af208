namespace MamConsole.Server.Devices;

/// <summary>One setting of a device with its three levels, each with its age.</summary>
public sealed record SettingState
{
    public required string Area { get; init; }
    public required string Label { get; init; }
    public required string ShouldBe { get; init; }
    public required SettingLevel Level { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }
    public DateTimeOffset? ReadBackAt { get; init; }
    public string? ReadBackValue { get; init; }

    /// <summary>Its setting error or drift, as text; null when it has none.</summary>
    public string? Problem { get; init; }
    public required IReadOnlyList<WireNode> Wire { get; init; }
}
