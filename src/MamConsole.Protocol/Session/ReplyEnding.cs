namespace MamConsole.Protocol.Session;

/// <summary>How an answer ends.</summary>
public enum ReplyEnding
{
    /// <summary>With Final, commands or not: the rule.</summary>
    Final,

    /// <summary>With alert 1222 and no Final: the device has more to say first (docs/reference/protocol.md §3.9).</summary>
    NextMessage,

    /// <summary>With neither: the answer to a heartbeat (docs/reference/protocol.md §3.10).</summary>
    Open,
}
