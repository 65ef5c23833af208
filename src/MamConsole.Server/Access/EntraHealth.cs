using MamConsole.Server.Access.Tokens;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MamConsole.Server.Access;

/// <summary>
/// Unhealthy until the signing keys of Entra have been fetched once; degraded while they cannot be refreshed, or while the clock skew is
/// too large to validate tokens.
/// </summary>
internal sealed class EntraHealth(EntraDocuments documents) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await documents.V1.GetAsync(cancellationToken);
            await documents.V2.GetAsync(cancellationToken);
        }
        catch (EntraUnavailableException)
        {
            return HealthCheckResult.Unhealthy();
        }

        return documents.V1.Failing || documents.V2.Failing || documents.V1.ClockIsSkewed || documents.V2.ClockIsSkewed
            ? HealthCheckResult.Degraded()
            : HealthCheckResult.Healthy();
    }
}
