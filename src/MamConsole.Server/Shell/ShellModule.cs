namespace MamConsole.Server.Shell;

/// <summary>Registers the module: what knows every other.</summary>
internal static class ShellModule
{
    public static IServiceCollection AddShell(this IServiceCollection services) => services.AddSingleton<AuditQueries>();
}
