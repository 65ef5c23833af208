namespace MamConsole.Server.DeviceActions;

/// <summary>A page of the actions of one device, newest first.</summary>
/// <param name="Rows">At most as many rows as requested.</param>
/// <param name="Next">The key of the next page; null on the last page.</param>
public sealed record DeviceActionPage(IReadOnlyList<DeviceAction> Rows, string? Next);
