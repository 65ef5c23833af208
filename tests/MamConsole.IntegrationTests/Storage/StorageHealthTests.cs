using MamConsole.Server.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace MamConsole.IntegrationTests.Storage;

public sealed class StorageHealthTests
{
    [Theory]
    [InlineData("", HealthStatus.Healthy)]
    [InlineData("nowhere", HealthStatus.Unhealthy)]
    public async Task StorageHealth_IsUnhealthyWhenTheDatabaseDoesNotAnswer(string below, HealthStatus expected)
    {
        var folder = Directory.CreateTempSubdirectory("mamconsole-health-").FullName;
        try
        {
            await using var database = new Database(
                new SqliteDialect($"Data Source={Path.Combine(folder, below, "mamconsole.db")};Pooling=False")
            );
            var health = new StorageHealth(database, NullLogger<StorageHealth>.Instance);

            Assert.Equal(expected, (await health.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
