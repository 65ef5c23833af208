namespace MamConsole.Protocol.Session;

/// <summary>Whose session it is, as the LoginStatus alert says (docs/reference/protocol.md §3.11). No credential.</summary>
public enum LoginStatus
{
    /// <summary>The alert is not there or says something else.</summary>
    Absent,

    /// <summary>The enrolled person is logged on.</summary>
    User,

    /// <summary>Somebody else is.</summary>
    Others,

    /// <summary>Nobody is.</summary>
    None,
}
