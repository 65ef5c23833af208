namespace MamConsole.Server.Shell;

/// <summary>Registers the module that depends on all other modules.</summary>
internal static class ShellModule
{
    public static IServiceCollection AddShell(this IServiceCollection services) => services.AddSingleton<AuditQueries>();
}
