using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>How one item of a command went.</summary>
internal sealed record ItemVerdict(string? LocUri, StatusCode Code, string? OriginalError = null, SyncItem? Found = null);
