namespace MamConsole.Server.Policies.Programs;

/// <summary>Registers what helps to write app lists.</summary>
internal static class ProgramsModule
{
    public static IServiceCollection AddPrograms(this IServiceCollection services) =>
        services.AddSingleton<CheckProgramFile>().AddSingleton<FindApps>().AddSingleton<ReadPastedApps>();
}
