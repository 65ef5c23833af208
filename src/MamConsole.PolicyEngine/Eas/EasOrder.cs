namespace MamConsole.PolicyEngine.Eas;

/// <summary>Which of the two came to the PC first.</summary>
public enum EasOrder
{
    /// <summary>
    /// The PC has the MAM policy when a mail account brings the Exchange policy: Windows checks, and the mail waits for the outcome.
    /// </summary>
    EasAfterMam,

    /// <summary>The PC has the Exchange policy when it enrolls: both hold, and nothing is checked.</summary>
    MamAfterEas,
}
