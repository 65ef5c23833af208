namespace MamConsole.Server.Sessions;

/// <summary>Registers the queries of recorded sessions.</summary>
internal static class SessionsModule
{
    public static IServiceCollection AddSessions(this IServiceCollection services) =>
        services.AddSingleton<SessionReader>().AddSingleton<SessionQueries>();
}
