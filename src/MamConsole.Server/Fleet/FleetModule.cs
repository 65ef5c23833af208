namespace MamConsole.Server.Fleet;

/// <summary>Registers the services of the fleet module.</summary>
internal static class FleetModule
{
    public static IServiceCollection AddFleet(this IServiceCollection services) =>
        services
            .AddSingleton<DeviceStore>()
            .AddSingleton<DeviationStore>()
            .AddSingleton<CommandQueue>()
            .AddSingleton<AcknowledgementLog>()
            .AddSingleton<FactStore>()
            .AddSingleton<EnrollmentOrigins>()
            .AddSingleton(s => RetentionOptions.From(s.GetService<IConfiguration>()))
            .AddSingleton<SessionStore>()
            .AddSingleton<SessionLog>()
            .AddSingleton<FleetCounters>()
            .AddSingleton<FleetAudience>()
            .AddSingleton<FleetChanges>();
}
