using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Facts;

namespace MamConsole.PolicyEngine.Authoring;

/// <summary>What the rules of a whole policy need to know besides the policy itself.</summary>
/// <param name="LastPublished">The version in force, or null for a policy that never was published.</param>
/// <param name="Tenant">What is known of the tenant and of this server.</param>
/// <param name="Fleet">Facts about the devices that would get it; null where nobody counted (offline validation).</param>
/// <param name="Now">The time the rules take for now (certificate dates).</param>
public sealed record PolicyContext(WrittenPolicy? LastPublished, TenantFacts Tenant, FleetFacts? Fleet, DateTimeOffset Now)
    : ValidationFacts(Tenant, Fleet, Now)
{
    /// <summary>What Exchange requires of the same PCs, when it is recorded.</summary>
    public EasPolicy? Exchange { get; init; }
}
