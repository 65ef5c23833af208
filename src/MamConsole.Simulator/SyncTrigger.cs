namespace MamConsole.Simulator;

/// <summary>What started a session. The UserAgentOrigin header contains the number (docs/reference/protocol.md §3.1).</summary>
public enum SyncTrigger
{
    /// <summary>The user pressed Sync.</summary>
    User = 1,

    /// <summary>The poll schedule was due.</summary>
    Schedule = 2,

    /// <summary>A push notification arrived.</summary>
    Push = 3,

    /// <summary>The user signed in.</summary>
    Login = 4,

    /// <summary>The device has just enrolled.</summary>
    PostEnrollment = 5,
}
