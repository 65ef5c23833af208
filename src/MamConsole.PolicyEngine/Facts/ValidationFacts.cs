namespace MamConsole.PolicyEngine.Facts;

/// <summary>What an area's rules need to know besides the area itself.</summary>
/// <param name="Tenant">What is known of the tenant and of this server.</param>
/// <param name="Fleet">Facts about the devices that would get the policy; null where nobody counted (offline validation).</param>
/// <param name="Now">The time the rules take for now (certificate dates).</param>
public record ValidationFacts(TenantFacts Tenant, FleetFacts? Fleet, DateTimeOffset Now)
{
    /// <summary>The secrets that the server stores; null where that is not known (offline validation).</summary>
    public IReadOnlySet<Guid>? KnownSecrets { get; init; }
}
