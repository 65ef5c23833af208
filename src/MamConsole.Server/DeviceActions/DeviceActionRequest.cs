namespace MamConsole.Server.DeviceActions;

/// <summary>The request to queue a device action.</summary>
public sealed record DeviceActionRequest
{
    public required DeviceActionKind Kind { get; init; }

    /// <summary>
    /// With <see cref="DeviceActionKind.ReadNodes"/>: the complete LocURIs of the nodes to read. Null or empty = all nodes of a regular
    /// read, including the policy's settings.
    /// </summary>
    public IReadOnlyList<string>? LocUris { get; init; }

    /// <summary>With <see cref="DeviceActionKind.RetrieveLogs"/>: the start of the log; by default one week ago.</summary>
    public DateTimeOffset? Since { get; init; }
}
