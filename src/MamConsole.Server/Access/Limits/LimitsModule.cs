namespace MamConsole.Server.Access.Limits;

/// <summary>Registers what keeps devices' calls within bounds.</summary>
internal static class LimitsModule
{
    public static IServiceCollection AddDeviceLimits(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(DeviceLimits.From(configuration))
        .AddSingleton<CallRates>()
        .AddSingleton<CallPressure>()
        .AddSingleton<DeviceMetrics>();

    public static void UseDeviceDoor(this WebApplication app) => app.UseMiddleware<DeviceDoor>();
}
