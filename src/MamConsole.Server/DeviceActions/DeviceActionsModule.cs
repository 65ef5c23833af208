namespace MamConsole.Server.DeviceActions;

/// <summary>Registers the device actions of administrators.</summary>
internal static class DeviceActionsModule
{
    public static IServiceCollection AddDeviceActions(this IServiceCollection services) =>
        services
            .AddSingleton<DeviceActionQueries>()
            .AddSingleton<DeviceOperation>()
            .AddSingleton<QueueDeviceAction>()
            .AddSingleton<CancelDeviceAction>()
            .AddSingleton<RetryRejectedSettings>()
            .AddSingleton<BlockDevice>()
            .AddSingleton<UnblockDevice>()
            .AddSingleton<RetireDevice>()
            .AddSingleton<ReleaseDevice>()
            .AddSingleton<SetRing>()
            .AddSingleton<ReadPersonGroups>();
}
