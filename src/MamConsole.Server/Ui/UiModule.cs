using MudBlazor.Services;

namespace MamConsole.Server.Ui;

/// <summary>What the components need.</summary>
internal static class UiModule
{
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddMudServices();
        services.AddScoped<ViewerClock>();
        return services;
    }
}
