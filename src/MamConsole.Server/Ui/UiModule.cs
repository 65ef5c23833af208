using MudBlazor.Services;

namespace MamConsole.Server.Ui;

/// <summary>Registers the services of the components.</summary>
internal static class UiModule
{
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddMudServices();
        services.AddScoped<ViewerClock>();
        return services;
    }
}
