namespace MamConsole.Protocol.Session;

/// <summary>How a message stands to the session that the server remembers (docs/reference/protocol.md §4.1).</summary>
public enum PackageKind
{
    /// <summary>MsgID 1, or an alert 1200/1201: a session begins, and whatever was live is over, under the same id too.</summary>
    NewSession,

    /// <summary>The next message of the live session.</summary>
    Continuation,

    /// <summary>The last message once more: the answer is repeated byte for byte, and nothing changes.</summary>
    Repeat,

    /// <summary>Of no session that is live, or with a gap: nothing that it says is taken.</summary>
    OutOfOrder,
}
