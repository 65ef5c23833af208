namespace MamConsole.PolicyEngine.Eas;

/// <summary>The forecast for one rule.</summary>
/// <param name="Dimension">The dimension of the rule.</param>
/// <param name="Mam">The value of the MAM policy, as text.</param>
/// <param name="Exchange">The value of the Exchange policy, as text.</param>
/// <param name="Windows">The value that Windows enforces once both policies are in effect.</param>
/// <param name="Winner">The policy whose value is enforced.</param>
/// <param name="NeedsAdministrator">Whether Windows must apply the rule, which requires an administrator of the PC.</param>
/// <param name="Remedy">The change with which the policy meets Exchange; null when it already does.</param>
public sealed record EasForecastRow(
    LockDimension Dimension,
    string Mam,
    string Exchange,
    string Windows,
    EasWinner Winner,
    bool NeedsAdministrator,
    LockRemedy? Remedy
);
