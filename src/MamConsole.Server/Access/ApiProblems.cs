using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Access;

/// <summary>
/// Adds the problem details that every other failure of the REST API has to statuses that the framework sets without a body.
/// </summary>
internal static class ApiProblems
{
    public static void UseApiProblems(this IApplicationBuilder app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api"),
            api => api.UseStatusCodePages(pages => Of(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext))
        );

    private static IResult Of(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => ProblemResults.From(new NotAuthenticated()),
            StatusCodes.Status403Forbidden => ProblemResults.From(new NotAllowed(Ability.ReadPolicies)),
            StatusCodes.Status404NotFound => ProblemResults.From(new NotFound("This address")),
            StatusCodes.Status503ServiceUnavailable => ProblemResults.From(new EntraUnavailable()),
            _ => TypedResults.Problem(statusCode: status),
        };
}
