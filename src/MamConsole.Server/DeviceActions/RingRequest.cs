namespace MamConsole.Server.DeviceActions;

/// <summary>The ring of a PC, in requests and responses.</summary>
internal sealed record RingRequest(string Ring);
