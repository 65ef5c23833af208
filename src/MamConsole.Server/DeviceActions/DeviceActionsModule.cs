namespace MamConsole.Server.DeviceActions;

/// <summary>Registers what administrators can do to devices.</summary>
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
