namespace MamConsole.Simulator;

/// <summary>The behavior of a device where the specification allows several, and the speed of its clock.</summary>
public sealed record DeviceOptions
{
    /// <summary>The number of device minutes per real minute: with 60, a poll interval of 8 hours takes 8 minutes. At least 1.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>Where the user's token is sent. Which one real MAM clients use is unknown (docs/reference/protocol.md §9.6).</summary>
    public TokenLocations TokenLocations { get; init; } = TokenLocations.Header | TokenLocations.Alert;

    /// <summary>
    /// The number of times that a message is sent again after a failed connection (CONNRETRYFREQ, docs/reference/protocol.md §1.5).
    /// </summary>
    public int ConnectionRetries { get; init; } = 3;

    /// <summary>The pause before the first retry, in device time. It doubles for each further retry.</summary>
    public TimeSpan InitialBackOff { get; init; } = TimeSpan.FromSeconds(16);

    /// <summary>
    /// Whether an Exec of Unenroll unenrolls the device. False = the device acknowledges the Exec and stays enrolled, as documented for
    /// added work accounts (docs/reference/protocol.md §6.1).
    /// </summary>
    public bool ServerCanUnenroll { get; init; } = true;

    /// <summary>The length in characters above which a text is sent in chunks (docs/reference/protocol.md §3.9).</summary>
    public int LargestText { get; init; } = 256 * 1024;

    /// <summary>The variant of the requests and of package 1.</summary>
    public ClientShape Shape { get; init; } = ClientShape.Windows11;

    /// <summary>Whether package 1 is sent in two messages, the first without Final (docs/reference/protocol.md §3.9).</summary>
    public bool OpensInTwoMessages { get; init; }

    /// <summary>Whether every session has the id "0", which is valid (docs/reference/protocol.md §3.2).</summary>
    public bool SessionIdIsAlwaysZero { get; init; }

    /// <summary>MaxMsgSize in each header, in bytes; null omits it.</summary>
    public long? MaxMessageSize { get; init; }
}
