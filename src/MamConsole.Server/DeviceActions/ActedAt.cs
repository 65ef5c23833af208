namespace MamConsole.Server.DeviceActions;

/// <summary>Since when it holds.</summary>
public sealed record ActedAt(DateTimeOffset At);
