namespace MamConsole.PolicyEngine.Areas;

/// <summary>The values from another area of the same policy that parsing an area requires.</summary>
/// <param name="EnterpriseId">The primary enterprise ID, in canonical form if it is valid; null when the policy has none.</param>
public sealed record AreaInput(string? EnterpriseId);
