namespace MamConsole.Server.DeviceActions;

/// <summary>The ring that a PC is to be in, or is in.</summary>
internal sealed record RingRequest(string Ring);
