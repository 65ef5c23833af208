namespace MamConsole.Server.Devices;

/// <summary>Registers the queries about devices.</summary>
internal static class DevicesModule
{
    public static IServiceCollection AddDevices(this IServiceCollection services) =>
        services.AddSingleton<DeviceReport>().AddSingleton<DeviceQueries>().AddSingleton<FleetStates>().AddSingleton<AssignmentQueries>();
}
