namespace MamConsole.Protocol.Session;

/// <summary>An alert of the device (docs/reference/protocol.md §3.11). It never contains the text of a user token.</summary>
/// <param name="Code">1201, 1224, 1226 …</param>
/// <param name="Type">The type of the item, trimmed and truncated to 256 characters; null for an alert without one.</param>
/// <param name="Data">The data of the item, truncated to 4,096 characters.</param>
/// <param name="Mark">The severity (<c>critical</c> …), truncated to 256 characters.</param>
/// <param name="Source">The node of the alert, truncated to 1,024 characters.</param>
public sealed record DeviceAlert(int Code, string? Type, string? Data, string? Mark, string? Source)
{
    /// <summary>The meaning of the alert.</summary>
    public DeviceAlertKind Kind => DeviceAlerts.KindOf(Code, Type);
}
