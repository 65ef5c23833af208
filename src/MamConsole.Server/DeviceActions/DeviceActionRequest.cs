namespace MamConsole.Server.DeviceActions;

/// <summary>What is asked of a device.</summary>
public sealed record DeviceActionRequest
{
    public required DeviceActionKind Kind { get; init; }

    /// <summary>
    /// With <see cref="DeviceActionKind.ReadNodes"/>: which nodes, complete. Null or empty = everything that a read tells, the policy's
    /// settings included.
    /// </summary>
    public IReadOnlyList<string>? LocUris { get; init; }

    /// <summary>With <see cref="DeviceActionKind.RetrieveLogs"/>: from when on; a week back when it is not given.</summary>
    public DateTimeOffset? Since { get; init; }
}
