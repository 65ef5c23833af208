namespace MamConsole.Server.DeviceActions;

/// <summary>The number of settings that will be sent again.</summary>
public sealed record Retried(int Settings);
