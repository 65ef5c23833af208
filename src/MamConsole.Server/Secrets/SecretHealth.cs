using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MamConsole.Server.Secrets;

/// <summary>
/// Degraded while stored secrets cannot be decrypted because their keys are lost: all other settings are still sent
/// (docs/reference/abuse-cases.md PB-22).
/// </summary>
internal sealed class SecretHealth(SecretStore secrets) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await secrets.UnreadableAsync(cancellationToken) == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
}
