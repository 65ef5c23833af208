namespace MamConsole.Simulator;

/// <summary>Why a session begins; the UserAgentOrigin header names it (docs/reference/protocol.md §3.1).</summary>
public enum SyncTrigger
{
    /// <summary>Somebody pressed Sync.</summary>
    User = 1,

    /// <summary>The poll schedule.</summary>
    Schedule = 2,

    /// <summary>A notification.</summary>
    Push = 3,

    /// <summary>The user signed in.</summary>
    Login = 4,

    /// <summary>The first session, right after enrollment.</summary>
    PostEnrollment = 5,
}
