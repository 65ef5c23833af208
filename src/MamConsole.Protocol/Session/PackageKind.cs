namespace MamConsole.Protocol.Session;

/// <summary>The relation of a message to the stored session (docs/reference/protocol.md §4.1).</summary>
public enum PackageKind
{
    /// <summary>MsgID 1, or an alert 1200/1201: a session begins, and the previous one is over, even if it has the same id.</summary>
    NewSession,

    /// <summary>The next message of the live session.</summary>
    Continuation,

    /// <summary>The last message again: the response is repeated byte for byte, and nothing changes.</summary>
    Repeat,

    /// <summary>Not part of a live session, or out of sequence: its content is ignored.</summary>
    OutOfOrder,
}
