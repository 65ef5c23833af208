namespace MamConsole.Simulator;

/// <summary>How a device behaves where the facts leave it open, and how fast its time runs.</summary>
public sealed record DeviceOptions
{
    /// <summary>
    /// How many of the device's minutes pass in one real minute: 60 makes a poll of 8 hours come after 8 minutes. At least 1.
    /// </summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>Where the user's token travels; which of both real MAM clients use is unknown (docs/reference/protocol.md §9.6).</summary>
    public TokenLocations TokenLocations { get; init; } = TokenLocations.Header | TokenLocations.Alert;

    /// <summary>How often a message is sent again after a failed connection (CONNRETRYFREQ, docs/reference/protocol.md §1.5).</summary>
    public int ConnectionRetries { get; init; } = 3;

    /// <summary>The pause before the first of them, doubled for each further one; in the device's time.</summary>
    public TimeSpan InitialBackOff { get; init; } = TimeSpan.FromSeconds(16);

    /// <summary>
    /// False = an Exec of Unenroll is taken and does nothing, as documented for added work accounts (docs/reference/protocol.md §6.1).
    /// </summary>
    public bool ServerCanUnenroll { get; init; } = true;

    /// <summary>Texts longer than this many characters are sent in chunks (docs/reference/protocol.md §3.9).</summary>
    public int LargestText { get; init; } = 256 * 1024;

    /// <summary>What its requests and its package 1 look like.</summary>
    public ClientShape Shape { get; init; } = ClientShape.Windows11;

    /// <summary>Sends package 1 in two messages, of which the first has no Final (docs/reference/protocol.md §3.9).</summary>
    public bool OpensInTwoMessages { get; init; }

    /// <summary>Every session is called "0", which is legal (docs/reference/protocol.md §3.2).</summary>
    public bool SessionIdIsAlwaysZero { get; init; }

    /// <summary>MaxMsgSize, in bytes, in every header; null leaves it out.</summary>
    public long? MaxMessageSize { get; init; }
}
