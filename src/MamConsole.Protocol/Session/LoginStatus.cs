namespace MamConsole.Protocol.Session;

/// <summary>The sign-in state in the LoginStatus alert (docs/reference/protocol.md §3.11). It does not authenticate anybody.</summary>
public enum LoginStatus
{
    /// <summary>The alert is missing or has another value.</summary>
    Absent,

    /// <summary>The enrolled user is signed in.</summary>
    User,

    /// <summary>Another user is signed in.</summary>
    Others,

    /// <summary>No user is signed in.</summary>
    None,
}
