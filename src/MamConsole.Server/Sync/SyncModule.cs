using MamConsole.Server.Access;
using MamConsole.Server.DeviceRequests;

namespace MamConsole.Server.Sync;

/// <summary>Registers the module.</summary>
internal static class SyncModule
{
    public static IServiceCollection AddSync(this IServiceCollection services) =>
        services
            .AddSingleton<SyncMetrics>()
            .AddSingleton<DeploymentStepRunner>()
            .AddSingleton<DeviceActionRunner>()
            .AddSingleton<DeviceCall>()
            .AddSingleton<RejectedCallAuditor>()
            .AddSingleton<SyncEndpoint>();

    /// <summary>
    /// Maps the address with and without the enrollment ID that the provisioning document contains (docs/reference/contract.md §3).
    /// </summary>
    public static void MapSync(this IEndpointRouteBuilder app)
    {
        foreach (var pattern in new[] { "/mam/sync", "/mam/sync/{id}" })
        {
            app.MapPost(
                    pattern,
                    (HttpContext context, string? id, DeviceMaintenance maintenance) =>
                        maintenance.IsOn
                            ? RetryLater(context)
                            : context.RequestServices.GetRequiredService<SyncEndpoint>().HandleAsync(context, id)
                )
                .AllowAnonymous()
                .DisableAntiforgery()
                .ExcludeFromDescription();
            app.MapOtherMethods(pattern, "POST");
        }
    }

    private static Task RetryLater(HttpContext context)
    {
        context.Response.Headers.RetryAfter = DeviceMaintenance.RetryAfter;
        return DeviceHttp.RejectAsync(context, StatusCodes.Status503ServiceUnavailable, RejectionReason.Outage, []);
    }
}
