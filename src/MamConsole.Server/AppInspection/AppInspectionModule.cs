namespace MamConsole.Server.AppInspection;

/// <summary>Registers what helps to write app lists.</summary>
internal static class AppInspectionModule
{
    public static IServiceCollection AddAppInspection(this IServiceCollection services) =>
        services.AddSingleton<CheckProgramFile>().AddSingleton<FindApps>().AddSingleton<ReadPastedApps>();
}
