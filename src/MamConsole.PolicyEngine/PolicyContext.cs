using MamConsole.PolicyEngine.Eas;

namespace MamConsole.PolicyEngine;

/// <summary>What the rules need to know besides the policy itself.</summary>
/// <param name="LastPublished">The version in force, or null for a policy that never was published.</param>
/// <param name="Tenant">What is known of the tenant and of this server.</param>
/// <param name="Fleet">Facts about the devices that would get it; null where nobody counted (offline validation).</param>
/// <param name="Now">The time the rules take for now (certificate dates).</param>
public sealed record PolicyContext(WrittenPolicy? LastPublished, TenantFacts Tenant, FleetFacts? Fleet, DateTimeOffset Now)
{
    /// <summary>What Exchange asks of the same PCs, when somebody recorded it.</summary>
    public EasPolicy? Exchange { get; init; }

    /// <summary>The secrets that the server keeps; null where nobody knows (offline validation).</summary>
    public IReadOnlySet<Guid>? KnownSecrets { get; init; }
}
