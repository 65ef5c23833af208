namespace MamConsole.Protocol.Session;

/// <summary>An alert of the device (docs/reference/protocol.md §3.11). The user token's text is never here.</summary>
/// <param name="Code">1201, 1224, 1226 …</param>
/// <param name="Type">The item's type, trimmed, cut at 256 characters; null for an alert without one.</param>
/// <param name="Data">The item's data, cut at 4,096 characters.</param>
/// <param name="Mark">How it is meant (<c>critical</c> …), cut at 256 characters.</param>
/// <param name="Source">The node it is about, cut at 1,024 characters.</param>
public sealed record DeviceAlert(int Code, string? Type, string? Data, string? Mark, string? Source)
{
    /// <summary>What it says.</summary>
    public DeviceAlertKind Kind => DeviceAlerts.KindOf(Code, Type);
}
