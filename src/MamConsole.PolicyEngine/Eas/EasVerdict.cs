using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// The result of both sets of rules on a PC (docs/reference/eas.md §4). Layer 1 only: the kind of account does not matter.
/// </summary>
/// <param name="Compliant">Whether MAM already enforces all that Exchange requires; under <see cref="EasOrder.MamAfterEas"/> what a check
/// would find.</param>
/// <param name="Failing">The dimensions in which it does not.</param>
/// <param name="Resultant">The stricter value of both policies in every dimension.</param>
/// <param name="AdminNeeded">Whether Windows must apply rules of Exchange, which requires an administrator.</param>
/// <param name="MailSyncs">Whether mail syncs.</param>
public sealed record EasVerdict(bool Compliant, ValueList<LockDimension> Failing, LockSettings Resultant, bool AdminNeeded, bool MailSyncs);
