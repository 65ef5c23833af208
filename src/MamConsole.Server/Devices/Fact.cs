namespace MamConsole.Server.Devices;

/// <summary>Something the device said about itself.</summary>
public sealed record Fact(string Label, string Value, string? Source);
