namespace MamConsole.PolicyEngine.Eas;

/// <summary>What becomes of one rule.</summary>
/// <param name="Dimension">Which.</param>
/// <param name="Mam">What the MAM policy says, in words.</param>
/// <param name="Exchange">What Exchange says.</param>
/// <param name="Windows">What Windows enforces once both are in force.</param>
/// <param name="Winner">Whose rule that is.</param>
/// <param name="NeedsAdministrator">Whether Windows must apply it, for which it wants an administrator of the PC.</param>
/// <param name="Remedy">How the policy would meet Exchange; null where it does already.</param>
public sealed record EasForecastRow(
    LockDimension Dimension,
    string Mam,
    string Exchange,
    string Windows,
    EasWinner Winner,
    bool NeedsAdministrator,
    LockRemedy? Remedy
);
