namespace MamConsole.Server.ExchangeForecast;

/// <summary>Registers the forecasts of Exchange policies combined with MAM policies.</summary>
internal static class ExchangeForecastModule
{
    public static IServiceCollection AddExchangeForecast(this IServiceCollection services) => services.AddSingleton<ExchangeQueries>();
}
