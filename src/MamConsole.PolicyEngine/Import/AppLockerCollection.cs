namespace MamConsole.PolicyEngine.Import;

/// <summary>A RuleCollection, or another child of the policy (then without a type).</summary>
internal sealed record AppLockerCollection(string Path, string? Type, string EnforcementMode, List<AppLockerRule> Rules);
