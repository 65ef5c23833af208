namespace MamConsole.PolicyEngine.Areas;

/// <summary>What parsing one area takes from another area of the same policy.</summary>
/// <param name="EnterpriseId">The primary enterprise ID in canonical form where it has one; null while the policy has none.</param>
public sealed record AreaInput(string? EnterpriseId);
