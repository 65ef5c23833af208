namespace MamConsole.Server.DeviceActions;

/// <summary>How many settings go out again.</summary>
public sealed record Retried(int Settings);
