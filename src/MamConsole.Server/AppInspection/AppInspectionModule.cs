namespace MamConsole.Server.AppInspection;

/// <summary>Registers the tools for app lists.</summary>
internal static class AppInspectionModule
{
    public static IServiceCollection AddAppInspection(this IServiceCollection services) =>
        services.AddSingleton<CheckProgramFile>().AddSingleton<FindApps>().AddSingleton<ReadPastedApps>();
}
