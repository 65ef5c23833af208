namespace MamConsole.Server.HelpDesk;

/// <summary>Registers the room.</summary>
internal static class HelpDeskModule
{
    public static IServiceCollection AddHelpDesk(this IServiceCollection services) => services.AddSingleton<DeviceReport>().AddSingleton<DeviceQueries>()
        .AddSingleton<ConversationReading>().AddSingleton<ConversationQueries>();
}
