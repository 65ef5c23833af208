using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>The status of a command of the server.</summary>
/// <param name="Command">The command.</param>
/// <param name="Code">The first status for the command; later ones are dropped.</param>
/// <param name="OriginalError">The HRESULT of Windows in the status; null for none.</param>
public sealed record CommandVerdict(SentCommand Command, StatusCode Code, string? OriginalError);
