namespace MamConsole.Server.DeviceRequests;

/// <summary>Registers the limits of device requests.</summary>
internal static class DeviceRequestsModule
{
    public static IServiceCollection AddDeviceLimits(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(DeviceLimits.From(configuration))
            .AddSingleton<DeviceRateLimiter>()
            .AddSingleton<DeviceConcurrencyLimiter>()
            .AddSingleton<DeviceMetrics>();

    /// <summary>
    /// Answers every method without an endpoint at this address with 405 and the supported methods. Routing does so only as long as no
    /// other pattern accepts the other methods, as static files do in development.
    /// </summary>
    public static void MapOtherMethods(this IEndpointRouteBuilder app, string pattern, string allowed) =>
        app.Map(
                pattern,
                (HttpContext context) =>
                {
                    context.Response.Headers.Allow = allowed;
                    return DeviceHttp.RejectAsync(context, StatusCodes.Status405MethodNotAllowed, RejectionReason.Method, []);
                }
            )
            .AllowAnonymous()
            .DisableAntiforgery()
            .ExcludeFromDescription();

    public static void UseDeviceEndpointMiddleware(this WebApplication app) => app.UseMiddleware<DeviceEndpointMiddleware>();
}
