using MamConsole.Server.Access.Limits;

namespace MamConsole.Server.Enrollment;

/// <summary>Registers the room.</summary>
internal static class EnrollmentModule
{
    public static IServiceCollection AddEnrollment(this IServiceCollection services) => services.AddSingleton<EnrollDevice>().AddSingleton<EnrollmentEndpoint>();

    public static void MapEnrollment(this IEndpointRouteBuilder app)
    {
        app.MapPost("/mam/enroll", (HttpContext context) => context.RequestServices.GetRequiredService<EnrollmentEndpoint>().HandleAsync(context))
            .AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

        // MDM clients probe the address with a GET first and want an empty 200; whether MAM does is not known (protocol.md §1.3).
        app.MapGet("/mam/enroll", () => Results.Ok()).AllowAnonymous().ExcludeFromDescription();
        app.MapOtherMethods("/mam/enroll", "GET, POST");
    }
}
