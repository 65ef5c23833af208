namespace MamConsole.Server.Devices;

/// <summary>A fact that the device reported.</summary>
public sealed record Fact(string Label, string Value, string? Source);
