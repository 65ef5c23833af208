namespace MamConsole.Server.ExchangeForecast;

/// <summary>Registers what Exchange and a policy come to together.</summary>
internal static class ExchangeForecastModule
{
    public static IServiceCollection AddExchangeForecast(this IServiceCollection services) => services.AddSingleton<ExchangeQueries>();
}
