namespace MamConsole.Server.Calculators;

/// <summary>Registers the two calculators.</summary>
internal static class CalculatorsModule
{
    public static IServiceCollection AddCalculators(this IServiceCollection services) =>
        services.AddSingleton<EvaluateEas>().AddSingleton<EvaluateHandoff>();
}
