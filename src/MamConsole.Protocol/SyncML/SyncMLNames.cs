namespace MamConsole.Protocol.SyncML;

/// <summary>The names of SyncML and Windows on the wire.</summary>
public static class SyncMLNames
{
    /// <summary>The namespace of all elements except for those in Meta; in upper case (docs/reference/protocol.md §3.2).</summary>
    public const string Namespace = "SYNCML:SYNCML1.2";

    /// <summary>The namespace of the children of Meta.</summary>
    public const string MetaNamespace = "syncml:metinf";

    /// <summary>A misspelled form of it, which Microsoft's unenrollment sample contains (docs/reference/protocol.md §6.2).</summary>
    public const string MisspeltMetaNamespace = "syncml:metinfo";

    /// <summary>The namespace of <c>originalerror</c>.</summary>
    public const string WindowsNamespace = "http://schemas.microsoft.com/MobileDevice/MDM";

    /// <summary>The media type of requests and responses (docs/reference/protocol.md §3.1).</summary>
    public const string MediaType = "application/vnd.syncml.dm+xml";

    /// <summary>The CmdRef of the header.</summary>
    public const string HeaderRef = "0";

    /// <summary>The command name in a status for the header.</summary>
    public const string Header = "SyncHdr";
}
