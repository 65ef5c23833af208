namespace MamConsole.PolicyEngine.Facts;

/// <summary>The facts that an area's rules require in addition to the area itself.</summary>
/// <param name="Tenant">Facts about the tenant and this server.</param>
/// <param name="Fleet">Facts about the devices that would get the policy; null when they were not counted (offline validation).</param>
/// <param name="Now">The current time for the rules (certificate dates).</param>
public record ValidationFacts(TenantFacts Tenant, FleetFacts? Fleet, DateTimeOffset Now)
{
    /// <summary>The secrets that the server stores; null when they are not known (offline validation).</summary>
    public IReadOnlySet<Guid>? KnownSecrets { get; init; }
}
