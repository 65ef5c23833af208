namespace MamConsole.Simulator;

/// <summary>What a client's requests and its first package look like (docs/reference/protocol.md §3.1, §3.4).</summary>
public enum ClientShape
{
    /// <summary>As recorded from Windows 11 25H2: a correlation vector in the header MS-CV that counts up with each request.</summary>
    Windows11,

    /// <summary>Windows 10 21H1 as the specification has it: no MS-CV yet, and <c>charset=utf-8</c> beside the content type.</summary>
    Windows10,

    /// <summary>
    /// As Microsoft's own sample and other clients have it: no alert 1201, one Replace for each leaf of DevInfo and of DMClient.
    /// </summary>
    Sparse,
}
