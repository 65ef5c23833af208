namespace MamConsole.Server.DeviceActions;

/// <summary>The result of unblocking: whether the device was blocked before.</summary>
public sealed record Unblocked(bool WasBlocked);
