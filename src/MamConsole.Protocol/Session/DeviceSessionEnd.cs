using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>Why a device stopped talking: a closed set.</summary>
public abstract record DeviceSessionEnd
{
    private DeviceSessionEnd() { }

    /// <summary>The exhaustive way to look at it.</summary>
    public T Match<T>(
        Func<Closed, T> closed,
        Func<Refused, T> refused,
        Func<Aborted, T> aborted,
        Func<UnenrollAsked, T> unenrollAsked,
        Func<Misunderstood, T> misunderstood
    ) =>
        this switch
        {
            Closed end => closed(end),
            Refused end => refused(end),
            Aborted end => aborted(end),
            UnenrollAsked end => unenrollAsked(end),
            Misunderstood end => misunderstood(end),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The server had no command: the good end (protocol.md §3.7).</summary>
    public sealed record Closed : DeviceSessionEnd;

    /// <summary>The server did not take the message: 401, 407 or another status on SyncHdr (protocol.md §2.5).</summary>
    /// <param name="Header">That status.</param>
    public sealed record Refused(StatusCode Header) : DeviceSessionEnd;

    /// <summary>The server sent alert 1223 (protocol.md §3.9).</summary>
    public sealed record Aborted : DeviceSessionEnd;

    /// <summary>An Exec of Unenroll: no status is sent, a new session says goodbye (protocol.md §6.1).</summary>
    public sealed record UnenrollAsked : DeviceSessionEnd;

    /// <summary>The answer is none to this message: another session, another device, or no status for the header.</summary>
    /// <param name="Reason">In words, for the person who looks at the server.</param>
    public sealed record Misunderstood(string Reason) : DeviceSessionEnd;
}
