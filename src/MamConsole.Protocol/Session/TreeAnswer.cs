using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>The result of one item.</summary>
/// <param name="Tree">The tree afterwards; unchanged unless the item succeeded.</param>
/// <param name="Code">The status of the item.</param>
/// <param name="OriginalError">The HRESULT of a failure, as <c>0x</c> and eight hex digits.</param>
/// <param name="Found">The result of a Get, to be sent as Results.</param>
/// <param name="EndsSession">
/// Whether the device ends the session without another message, as an Exec of Unenroll does (docs/reference/protocol.md §6.1).
/// </param>
public sealed record TreeAnswer(
    ManagementTree Tree,
    StatusCode Code,
    string? OriginalError = null,
    SyncItem? Found = null,
    bool EndsSession = false
);
