using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>A node's verdict in this session.</summary>
/// <param name="LocUri">As compiled.</param>
/// <param name="Value">The value sent; null for a removal.</param>
/// <param name="Verb">How it was written; null for a removal.</param>
/// <param name="Code">The last status; 0 = none came.</param>
/// <param name="OriginalError">The HRESULT beside it.</param>
/// <param name="Message">The MsgID of the message that carried the command; 0 when it was never sent.</param>
/// <param name="Retry">When it is sent again; null for what the device took.</param>
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
    /// <summary>Whether no message of the device could hold the command (<see cref="UnsentCommand"/>): the code is ours then.</summary>
    public bool WasNeverSent => Message == 0;

    /// <summary>Whether the device has now what the step wants: done, or a removal of what was not there (404).</summary>
    public bool IsAcknowledged => new StatusCode(Code).IsSuccess || (Value is null && Code == 404 && !WasNeverSent);
}
