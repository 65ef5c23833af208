using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>How one item went.</summary>
/// <param name="Tree">The tree afterwards; the same one unless the item succeeded in changing it.</param>
/// <param name="Code">The status of the item.</param>
/// <param name="OriginalError">The HRESULT behind a failure, as <c>0x</c> and eight hex digits.</param>
/// <param name="Found">What a Get found, to be sent as Results.</param>
/// <param name="EndsSession">The device leaves the session without another word: an Exec of Unenroll does this (docs/reference/protocol.md
/// §6.1).</param>
public sealed record TreeAnswer(
    ManagementTree Tree,
    StatusCode Code,
    string? OriginalError = null,
    SyncItem? Found = null,
    bool EndsSession = false
);
