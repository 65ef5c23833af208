namespace MamConsole.Protocol.SyncML;

/// <summary>The names that SyncML, Windows and this product share on the wire.</summary>
public static class SyncMLNames
{
    /// <summary>The namespace of every element but those in Meta; written in upper case (docs/reference/protocol.md §3.2).</summary>
    public const string Namespace = "SYNCML:SYNCML1.2";

    /// <summary>The namespace of Meta's children.</summary>
    public const string MetaNamespace = "syncml:metinf";

    /// <summary>The same, misspelt: Microsoft's unenrollment sample has it (docs/reference/protocol.md §6.2).</summary>
    public const string MisspeltMetaNamespace = "syncml:metinfo";

    /// <summary>The namespace of <c>originalerror</c>.</summary>
    public const string WindowsNamespace = "http://schemas.microsoft.com/MobileDevice/MDM";

    /// <summary>The media type of requests and answers (docs/reference/protocol.md §3.1).</summary>
    public const string MediaType = "application/vnd.syncml.dm+xml";

    /// <summary>The CmdRef that means the header.</summary>
    public const string HeaderRef = "0";

    /// <summary>The command name that a status for the header carries.</summary>
    public const string Header = "SyncHdr";
}
