namespace MamConsole.Protocol.Session;

/// <summary>How a response ends.</summary>
public enum ReplyEnding
{
    /// <summary>With Final, with or without commands: the regular case.</summary>
    Final,

    /// <summary>With alert 1222 and without Final: the device has more to send first (docs/reference/protocol.md §3.9).</summary>
    NextMessage,

    /// <summary>With neither: the response to a heartbeat (docs/reference/protocol.md §3.10).</summary>
    Open,
}
