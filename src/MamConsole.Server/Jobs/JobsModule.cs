using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MamConsole.Server.Jobs;

/// <summary>Registers the module: each job is one line.</summary>
internal static class JobsModule
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton(new JobSchedule(ByItself: true));
        return services
            .AddSingleton<HistorySizes>()
            .AddSingleton<RetentionQueries>()
            .AddJob<PruneHistory>()
            .AddJob<RequestScheduledReads>()
            .AddJob<ReconcileCounters>()
            .AddJob<PruneSecrets>()
            .AddJob<ReadGroups>()
            .AddSingleton<ReadRequestedGroups>()
            .AddHostedService(s => s.GetRequiredService<ReadRequestedGroups>());
    }

    private static IServiceCollection AddJob<T>(this IServiceCollection services)
        where T : Job => services.AddSingleton<T>().AddHostedService(s => s.GetRequiredService<T>());
}
