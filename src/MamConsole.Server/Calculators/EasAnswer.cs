using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.Calculators;

/// <summary>What becomes of them; the names are the contract's.</summary>
internal sealed record EasAnswer(
    bool Compliant,
    IReadOnlyList<string> Failing,
    LockSettings Resultant,
    bool AdminNeeded,
    bool MailSyncs,
    IReadOnlyList<string> Advice
);
