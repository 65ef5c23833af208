namespace MamConsole.Server.DeviceActions;

/// <summary>Requests of one PC, newest first.</summary>
/// <param name="Rows">At most as many as asked for.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record DeviceActionPage(IReadOnlyList<DeviceAction> Rows, string? Next);
