namespace MamConsole.Server.Fleet;

/// <summary>So many devices have acknowledged that version; 0 = nothing.</summary>
internal sealed record VersionCount
{
    public required long VersionId { get; init; }
    public required long Devices { get; init; }
}
