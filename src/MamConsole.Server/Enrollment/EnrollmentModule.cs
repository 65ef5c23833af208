using MamConsole.Server.DeviceRequests;
using MamConsole.Server.TermsOfUse;

namespace MamConsole.Server.Enrollment;

/// <summary>Registers the module.</summary>
internal static class EnrollmentModule
{
    public static IServiceCollection AddEnrollment(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(EnrollmentOptions.From(configuration))
            .AddSingleton<EnrollmentMetrics>()
            .AddSingleton<ProvisioningRules>()
            .AddSingleton<EnrollDevice>()
            .AddSingleton<EnrollmentRecord>()
            .AddSingleton<EnrollmentEndpoint>()
            .AddTerms()
            .AddSingleton(TermsOptions.From(configuration))
            .AddSingleton<AcceptanceBlob>()
            .AddSingleton<TermsForm>()
            .AddSingleton<TermsPage>()
            .AddSingleton<TermsEndpoint>();

    /// <summary>Registers the terms of use for the console, without the page for devices.</summary>
    public static IServiceCollection AddTerms(this IServiceCollection services) =>
        services.AddSingleton<TermsStore>().AddSingleton<TermsQueries>().AddSingleton<PublishTerms>();

    public static void MapEnrollment(this IEndpointRouteBuilder app)
    {
        app.MapPost(
                "/mam/enroll",
                (HttpContext context) => context.RequestServices.GetRequiredService<EnrollmentEndpoint>().HandleAsync(context)
            )
            .AllowAnonymous()
            .DisableAntiforgery()
            .ExcludeFromDescription();

        // MDM clients first send a GET to the address and expect an empty 200; whether MAM clients do is not documented
        // (docs/reference/protocol.md §1.3).
        app.MapGet("/mam/enroll", () => Results.Ok()).AllowAnonymous().ExcludeFromDescription();
        app.MapOtherMethods("/mam/enroll", "GET, POST");

        // The form's sealed field replaces the antiforgery cookie, which a web view may not store.
        app.MapGet("/mam/terms", (HttpContext context) => context.RequestServices.GetRequiredService<TermsEndpoint>().ShowAsync(context))
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapPost("/mam/terms", (HttpContext context) => context.RequestServices.GetRequiredService<TermsEndpoint>().AnswerAsync(context))
            .AllowAnonymous()
            .DisableAntiforgery()
            .ExcludeFromDescription();
        app.MapOtherMethods("/mam/terms", "GET, POST");
        app.MapTermsApi();
    }
}
