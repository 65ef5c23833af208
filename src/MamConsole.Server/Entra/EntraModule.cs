using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MamConsole.Server.Entra;

/// <summary>Registers the module.</summary>
internal static class EntraModule
{
    public static IServiceCollection AddEntra(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<IGroupDirectory, GraphGroups>();
        return services
            .AddSingleton(GraphAddress.From(configuration))
            .AddSingleton<GraphTokens>()
            .AddSingleton<PersonGroupStore>()
            .AddSingleton<GroupReading>()
            .AddSingleton<GroupRequests>();
    }
}
