namespace MamConsole.Server.Audit;

/// <summary>Registers the module.</summary>
internal static class AuditModule
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton<AuditTrail>().AddSingleton<AuditStore>();
}
