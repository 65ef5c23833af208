namespace MamConsole.Server.DeviceActions;

/// <summary>Whether it was blocked before.</summary>
public sealed record Unblocked(bool WasBlocked);
