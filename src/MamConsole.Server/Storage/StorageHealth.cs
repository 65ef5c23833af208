using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MamConsole.Server.Storage;

/// <summary>Unhealthy while the database does not respond.</summary>
internal sealed partial class StorageHealth(Database database, ILogger<StorageHealth> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ReadAsync(
                c => c.ExecuteScalarAsync<long>(new CommandDefinition("SELECT 1", cancellationToken: cancellationToken)),
                cancellationToken
            );
            return HealthCheckResult.Healthy();
        }
        catch (DbException error)
        {
            Log.Unreachable(logger, error);
            return HealthCheckResult.Unhealthy();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database does not respond")]
        public static partial void Unreachable(ILogger logger, Exception error);
    }
}
