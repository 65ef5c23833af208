namespace MamConsole.Server.Fleet;

/// <summary>The number of devices that acknowledged a version last; version id 0 = no version.</summary>
internal sealed record VersionCount
{
    public required long VersionId { get; init; }
    public required long Devices { get; init; }
}
