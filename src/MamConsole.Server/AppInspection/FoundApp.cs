using MamConsole.PolicyEngine.AppRules;

namespace MamConsole.Server.AppInspection;

/// <summary>An app of the catalog, with the effect of its row in each list.</summary>
internal sealed record FoundApp(
    string Name,
    AppAwareness Awareness,
    bool IsUsual,
    bool IsConfirmed,
    string Advice,
    AppRule Rule,
    AppConsequence WhenAllowed,
    AppConsequence WhenExempt,
    AppConsequence WhenDenied
);
