using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Facts;

namespace MamConsole.PolicyEngine.Authoring;

/// <summary>The facts that the rules of a whole policy require in addition to the policy itself.</summary>
/// <param name="LastPublished">The published version, or null for a policy that was never published.</param>
/// <param name="Tenant">Facts about the tenant and this server.</param>
/// <param name="Fleet">Facts about the devices that would get it; null when they were not counted (offline validation).</param>
/// <param name="Now">The current time for the rules (certificate dates).</param>
public sealed record PolicyContext(WrittenPolicy? LastPublished, TenantFacts Tenant, FleetFacts? Fleet, DateTimeOffset Now)
    : ValidationFacts(Tenant, Fleet, Now)
{
    /// <summary>The Exchange requirements for the same PCs, if they are recorded.</summary>
    public EasPolicy? Exchange { get; init; }
}
