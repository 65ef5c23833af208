namespace MamConsole.Simulator;

/// <summary>How a device behaves where the facts leave it open, and how fast its time runs.</summary>
public sealed record DeviceOptions
{
    /// <summary>How many of the device's minutes pass in one real minute: 60 makes a poll of 8 hours come after 8 minutes. At least 1.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>Where the user's token travels; which of both real MAM clients use is unknown (protocol.md §9.6).</summary>
    public TokenPlaces TokenPlaces { get; init; } = TokenPlaces.Header | TokenPlaces.Alert;

    /// <summary>How often a message is sent again after a failed connection (CONNRETRYFREQ, protocol.md §1.5).</summary>
    public int ConnectionRetries { get; init; } = 3;

    /// <summary>The pause before the first of them, doubled for each further one; in the device's time.</summary>
    public TimeSpan InitialBackOff { get; init; } = TimeSpan.FromSeconds(16);

    /// <summary>False = an Exec of Unenroll is taken and does nothing, as documented for added work accounts (protocol.md §6.1).</summary>
    public bool ServerCanUnenroll { get; init; } = true;

    /// <summary>Texts longer than this many characters are sent in chunks (protocol.md §3.9).</summary>
    public int LargestText { get; init; } = 256 * 1024;

    /// <summary>What its requests and its package 1 look like.</summary>
    public ClientShape Shape { get; init; } = ClientShape.Windows11;

    /// <summary>Sends package 1 in two messages, of which the first has no Final (protocol.md §3.9).</summary>
    public bool OpensInTwoMessages { get; init; }

    /// <summary>Every session is called "0", which is legal (protocol.md §3.2).</summary>
    public bool SessionIdIsAlwaysZero { get; init; }

    /// <summary>MaxMsgSize, in bytes, in every header; null leaves it out.</summary>
    public long? MaxMessageSize { get; init; }
}

/// <summary>What a client's requests and its first package look like (protocol.md §3.1, §3.4).</summary>
public enum ClientShape
{
    /// <summary>As recorded from Windows 11 25H2: a correlation vector in the header MS-CV that counts up with each request.</summary>
    Windows11,

    /// <summary>Windows 10 21H1 as the specification has it: no MS-CV yet, and <c>charset=utf-8</c> beside the content type.</summary>
    Windows10,

    /// <summary>As Microsoft's own sample and other clients have it: no alert 1201, one Replace for each leaf of DevInfo and of DMClient.</summary>
    Sparse,
}

/// <summary>Where the user's token is put.</summary>
[Flags]
public enum TokenPlaces
{
    /// <summary>Nowhere: an honest device without a token.</summary>
    None = 0,

    /// <summary>In the Authorization header of every request.</summary>
    Header = 1,

    /// <summary>In the 1224 alert of package 1.</summary>
    Alert = 2,
}

/// <summary>Why a session begins; the UserAgentOrigin header names it (protocol.md §3.1).</summary>
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

/// <summary>What a device does when an answer is lost on the way.</summary>
public enum LostAnswer
{
    /// <summary>Sends the same bytes once more.</summary>
    SendAgain,

    /// <summary>Gives up and begins a new session when it is next due.</summary>
    BeginAnew,
}
