using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>
/// What becomes of the two sets of rules on a PC (docs/reference/eas.md §4). Layer 1 only: the account's kind plays no part in it.
/// </summary>
/// <param name="Compliant">Whether MAM already enforces all that Exchange asks for; under <see cref="EasOrder.MamAfterEas"/> what a check
/// would find.</param>
/// <param name="Failing">Where it does not.</param>
/// <param name="Resultant">The stricter of both in everything.</param>
/// <param name="AdminNeeded">Whether Windows must apply rules of Exchange's, for which it wants an administrator.</param>
/// <param name="MailSyncs">Whether mail comes.</param>
public sealed record EasVerdict(bool Compliant, ValueList<LockDimension> Failing, LockSettings Resultant, bool AdminNeeded, bool MailSyncs);
