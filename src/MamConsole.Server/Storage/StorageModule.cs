using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MamConsole.Server.Storage;

/// <summary>Registers the module; the database is migrated before any other part of the server starts.</summary>
internal static class StorageModule
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var options = StorageOptions.From(configuration);
        services.AddSingleton(options);
        services.AddSingleton(_ => Dialect.For(options));
        services.AddSingleton<Database>();
        services.AddSingleton<Migrator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddHostedService<MigrateAtStart>();
        services.AddHealthChecks().AddCheck<StorageHealth>("storage");
        services.AddExceptionHandler<OutageHandler>();
        return services;
    }

    /// <summary>Runs in the phase before hosted services and the web server start.</summary>
    private sealed class MigrateAtStart(Migrator migrator) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => Task.Run(migrator.Migrate, cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
