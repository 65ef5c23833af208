namespace MamConsole.Server.Sessions;

/// <summary>Registers the records of sessions.</summary>
internal static class SessionsModule
{
    public static IServiceCollection AddSessions(this IServiceCollection services) =>
        services.AddSingleton<SessionReader>().AddSingleton<SessionQueries>();
}
