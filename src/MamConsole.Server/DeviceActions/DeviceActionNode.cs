namespace MamConsole.Server.DeviceActions;

/// <summary>The result for one node.</summary>
/// <param name="LocUri">The node.</param>
/// <param name="Label">The display name of the node.</param>
/// <param name="Code">The status code that the PC returned; 0 = none.</param>
/// <param name="OriginalError">The Windows error code; null when there is none.</param>
/// <param name="Value">The value as received; null when there is none, or when the administrator's role may not see it.</param>
/// <param name="Words">The result as text.</param>
/// <param name="IsCut">Whether the value was longer than the maximum that is stored.</param>
public sealed record DeviceActionNode(
    string LocUri,
    string Label,
    int Code,
    string? OriginalError,
    string? Value,
    string Words,
    bool IsCut
);
