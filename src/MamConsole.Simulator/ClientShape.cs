namespace MamConsole.Simulator;

/// <summary>The variants of requests and package 1 among clients (docs/reference/protocol.md §3.1, §3.4).</summary>
public enum ClientShape
{
    /// <summary>As recorded from Windows 11 25H2: the header MS-CV has a correlation vector that increments with each request.</summary>
    Windows11,

    /// <summary>As specified for Windows 10 21H1: without MS-CV, and with <c>charset=utf-8</c> in the content type.</summary>
    Windows10,

    /// <summary>
    /// As in Microsoft's sample and other clients: without alert 1201, and with one Replace for each leaf of DevInfo and of DMClient.
    /// </summary>
    Sparse,
}
