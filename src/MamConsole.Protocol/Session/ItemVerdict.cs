using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>The result of one item of a command.</summary>
internal sealed record ItemVerdict(string? LocUri, StatusCode Code, string? OriginalError = null, SyncItem? Found = null);
