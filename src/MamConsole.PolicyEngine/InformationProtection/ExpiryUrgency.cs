namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>The urgency of replacing a recovery certificate (docs/reference/wip-authoring.md §4).</summary>
public enum ExpiryUrgency
{
    /// <summary>The certificate expires within <see cref="RecoveryExpiry.Soon"/>: plan its replacement.</summary>
    Soon = 0,

    /// <summary>The certificate expires within <see cref="RecoveryExpiry.Urgent"/>: publish the replacement now.</summary>
    Urgent = 1,

    /// <summary>The certificate has expired: Windows does not encrypt.</summary>
    Ended = 2,
}
