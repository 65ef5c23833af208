using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The outcome of a node in this session.</summary>
/// <param name="LocUri">The LocURI as compiled.</param>
/// <param name="Value">The value sent; null for a removal.</param>
/// <param name="Verb">The verb of the write; null for a removal.</param>
/// <param name="Code">The last status; 0 = none was received.</param>
/// <param name="OriginalError">The HRESULT that accompanies it.</param>
/// <param name="Message">The MsgID of the message that carried the command; 0 when it was never sent.</param>
/// <param name="Retry">The time of the next attempt; null for a successful command.</param>
public sealed record NodeOutcome(
    string LocUri,
    string? Value,
    WriteVerb? Verb,
    int Code,
    string? OriginalError,
    int Message,
    Retry? Retry = null
)
{
    /// <summary>
    /// Whether the command fits in no message of the device (<see cref="UnsentCommand"/>): the code is then set by the server.
    /// </summary>
    public bool WasNeverSent => Message == 0;

    /// <summary>Whether the device has the desired state: success, or the removal of a node that does not exist (404).</summary>
    public bool IsAcknowledged => new StatusCode(Code).IsSuccess || (Value is null && Code == 404 && !WasNeverSent);
}
