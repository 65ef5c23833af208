using MamConsole.Server.Access;

namespace MamConsole.Server.Sync;

/// <summary>Registers the room.</summary>
internal static class SyncModule
{
    public static IServiceCollection AddSync(this IServiceCollection services) => services
        .AddSingleton<SyncMetrics>()
        .AddSingleton<StepRunner>()
        .AddSingleton<DeviceCall>()
        .AddSingleton<SyncEndpoint>();

    /// <summary>The address with and without the id that enrollment hands out (contract.md §3).</summary>
    public static void MapSync(this IEndpointRouteBuilder app)
    {
        foreach (var pattern in new[] { "/mam/sync", "/mam/sync/{id}" })
        {
            app.MapPost(pattern, (HttpContext context, string? id, DeviceMaintenance maintenance) =>
                    maintenance.IsOn ? ComeBackLater(context) : context.RequestServices.GetRequiredService<SyncEndpoint>().HandleAsync(context, id))
                .AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        }
    }

    private static Task ComeBackLater(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = DeviceMaintenance.RetryAfter;
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
