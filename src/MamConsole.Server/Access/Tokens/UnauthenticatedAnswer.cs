namespace MamConsole.Server.Access.Tokens;

/// <summary>The response to a sync message without any token (docs/reference/contract.md §3).</summary>
public enum UnauthenticatedAnswer
{
    /// <summary>HTTP 200 with the SyncHdr status 407 and no commands.</summary>
    SyncMLStatus,

    /// <summary>HTTP 401, like a message with an invalid token.</summary>
    Http401,
}
