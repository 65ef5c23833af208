namespace MamConsole.Server.DeviceActions;

/// <summary>What the PC said about one node.</summary>
/// <param name="LocUri">The node.</param>
/// <param name="Label">Its name in words.</param>
/// <param name="Code">The PC's status; 0 = it said nothing.</param>
/// <param name="OriginalError">Windows' own error beside it.</param>
/// <param name="Value">As it came; null when nothing came, or when whoever asks may not see it.</param>
/// <param name="Words">The same in words.</param>
/// <param name="IsCut">Whether the value is longer than what is kept.</param>
public sealed record DeviceActionNode(
    string LocUri,
    string Label,
    int Code,
    string? OriginalError,
    string? Value,
    string Words,
    bool IsCut
);
