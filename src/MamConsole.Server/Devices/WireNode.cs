namespace MamConsole.Server.Devices;

/// <summary>A node of a setting as it is sent.</summary>
public sealed record WireNode(string LocUri, string Format, string Value);
