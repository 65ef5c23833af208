using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>The status of a command that we sent.</summary>
/// <param name="Command">The command.</param>
/// <param name="Code">The first status that came for it; later ones are dropped.</param>
/// <param name="OriginalError">Windows' HRESULT beside it.</param>
public sealed record CommandVerdict(SentCommand Command, StatusCode Code, string? OriginalError);
