namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>How urgent it is that a recovery certificate gets its successor (docs/reference/wip-authoring.md §4).</summary>
public enum ExpiryUrgency
{
    /// <summary>It ends within <see cref="RecoveryExpiry.Soon"/>: plan.</summary>
    Soon = 0,

    /// <summary>It ends within <see cref="RecoveryExpiry.Urgent"/>: publish the next one now.</summary>
    Urgent = 1,

    /// <summary>It has ended: Windows refuses to encrypt.</summary>
    Ended = 2,
}
