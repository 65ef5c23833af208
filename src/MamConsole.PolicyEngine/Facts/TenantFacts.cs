using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Facts;

/// <summary>Facts about the tenant and this server.</summary>
/// <param name="TenantId">The Entra tenant, a GUID; null when not known.</param>
/// <param name="ProviderId">The PROVIDER-ID that enrollment hands out (<c>Devices:ProviderId</c>).</param>
/// <param name="EnrollmentUrl">This server's own MAM enrollment address.</param>
public sealed record TenantFacts(Guid? TenantId, string ProviderId, Uri? EnrollmentUrl)
{
    /// <summary>The tenant's verified domains; null = not known, and rules about them do not apply.</summary>
    public ValueList<string>? VerifiedDomains { get; init; }
}
