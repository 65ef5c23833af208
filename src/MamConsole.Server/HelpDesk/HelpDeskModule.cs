using MamConsole.Server.HelpDesk.Actions;

namespace MamConsole.Server.HelpDesk;

/// <summary>Registers the room.</summary>
internal static class HelpDeskModule
{
    public static IServiceCollection AddHelpDesk(this IServiceCollection services) =>
        services
            .AddSingleton<DeviceReport>()
            .AddSingleton<DeviceQueries>()
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
            .AddSingleton<ReadPersonGroups>()
            .AddSingleton<AssignmentQueries>()
            .AddSingleton<SessionReader>()
            .AddSingleton<SessionQueries>();
}
