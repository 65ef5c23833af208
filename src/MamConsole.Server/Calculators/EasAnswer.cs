using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.Calculators;

/// <summary>The result of combining two sets of lock rules; the names are defined in docs/reference/contract.md §3.</summary>
internal sealed record EasAnswer(
    bool Compliant,
    IReadOnlyList<string> Failing,
    LockSettings Resultant,
    bool AdminNeeded,
    bool MailSyncs,
    IReadOnlyList<string> Advice
);
