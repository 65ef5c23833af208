using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MamConsole.Server.Secrets;

/// <summary>
/// Degraded while secrets are kept whose keys are gone: everything else is still sent (docs/reference/abuse-cases.md PB-22).
/// </summary>
internal sealed class SecretHealth(SecretStore secrets) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await secrets.UnreadableAsync(cancellationToken) == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
}
