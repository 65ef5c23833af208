namespace MamConsole.Server.DeviceActions;

/// <summary>When the operation took effect.</summary>
public sealed record ActedAt(DateTimeOffset At);
