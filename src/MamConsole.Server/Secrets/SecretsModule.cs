namespace MamConsole.Server.Secrets;

/// <summary>Registers the storage of secrets.</summary>
internal static class SecretsModule
{
    public static IServiceCollection AddSecrets(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<SecretHealth>("secrets");
        return services.AddSingleton<SecretStore>().AddSingleton<StoreSecret>().AddSingleton<StorePfx>();
    }
}
