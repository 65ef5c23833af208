using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>Why a device ended a session: a closed set.</summary>
public abstract record DeviceSessionEnd
{
    private DeviceSessionEnd() { }

    /// <summary>Calls the function for the case, so that all cases must be handled.</summary>
    public T Match<T>(
        Func<Closed, T> closed,
        Func<Rejected, T> rejected,
        Func<Aborted, T> aborted,
        Func<UnenrollRequested, T> unenrollRequested,
        Func<ProtocolError, T> protocolError
    ) =>
        this switch
        {
            Closed end => closed(end),
            Rejected end => rejected(end),
            Aborted end => aborted(end),
            UnenrollRequested end => unenrollRequested(end),
            ProtocolError end => protocolError(end),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The server had no more commands, the regular end (docs/reference/protocol.md §3.7).</summary>
    public sealed record Closed : DeviceSessionEnd;

    /// <summary>The server rejected the message: 401, 407 or another status on SyncHdr (docs/reference/protocol.md §2.5).</summary>
    /// <param name="Header">That status.</param>
    public sealed record Rejected(StatusCode Header) : DeviceSessionEnd;

    /// <summary>The server sent alert 1223 (docs/reference/protocol.md §3.9).</summary>
    public sealed record Aborted : DeviceSessionEnd;

    /// <summary>An Exec of Unenroll: no status is sent, and a new session sends alert 1226 (docs/reference/protocol.md §6.1).</summary>
    public sealed record UnenrollRequested : DeviceSessionEnd;

    /// <summary>The response does not match the message: another session, another device, or no status for the header.</summary>
    /// <param name="Reason">The reason as text.</param>
    public sealed record ProtocolError(string Reason) : DeviceSessionEnd;
}
