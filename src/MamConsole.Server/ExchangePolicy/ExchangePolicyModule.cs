namespace MamConsole.Server.ExchangePolicy;

/// <summary>Registers the recorded Exchange policy.</summary>
internal static class ExchangePolicyModule
{
    public static IServiceCollection AddExchangePolicy(this IServiceCollection services) =>
        services.AddSingleton<ExchangePolicyStore>().AddSingleton<RecordExchangePolicy>();
}
