namespace MamConsole.PolicyEngine.Eas;

/// <summary>The order in which the MAM policy and the Exchange policy reach the PC.</summary>
public enum EasOrder
{
    /// <summary>
    /// The PC has the MAM policy when a mail account delivers the Exchange policy: Windows checks compliance before mail syncs.
    /// </summary>
    EasAfterMam,

    /// <summary>The PC has the Exchange policy when it enrolls: both policies apply, and nothing is checked.</summary>
    MamAfterEas,
}
