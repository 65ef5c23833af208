using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>Why a device stopped talking: a closed set.</summary>
public abstract record DeviceSessionEnd
{
    private DeviceSessionEnd() { }

    /// <summary>The exhaustive way to look at it.</summary>
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

    /// <summary>The server had no command: the good end (docs/reference/protocol.md §3.7).</summary>
    public sealed record Closed : DeviceSessionEnd;

    /// <summary>The server did not take the message: 401, 407 or another status on SyncHdr (docs/reference/protocol.md §2.5).</summary>
    /// <param name="Header">That status.</param>
    public sealed record Rejected(StatusCode Header) : DeviceSessionEnd;

    /// <summary>The server sent alert 1223 (docs/reference/protocol.md §3.9).</summary>
    public sealed record Aborted : DeviceSessionEnd;

    /// <summary>An Exec of Unenroll: no status is sent, a new session says goodbye (docs/reference/protocol.md §6.1).</summary>
    public sealed record UnenrollRequested : DeviceSessionEnd;

    /// <summary>The answer is none to this message: another session, another device, or no status for the header.</summary>
    /// <param name="Reason">In words, for the person who looks at the server.</param>
    public sealed record ProtocolError(string Reason) : DeviceSessionEnd;
}
