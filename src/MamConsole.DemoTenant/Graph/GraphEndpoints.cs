using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MamConsole.DemoTenant.Graph;

/// <summary>
/// The Microsoft Graph requests about groups that the console sends, with the responses of Graph: OData pages, errors, <c>$search</c>.
/// </summary>
internal static partial class GraphEndpoints
{
    private const string Groups = "/graph/v1.0/groups";

    public static void Map(IEndpointRouteBuilder routes, Tenant tenant)
    {
        routes.MapGet(Groups, (HttpContext context) => Guarded(context, tenant, () => Search(context, tenant)));
        routes.MapGet(
            Groups + "/{id:guid}",
            (HttpContext context, Guid id) =>
                Guarded(
                    context,
                    tenant,
                    () =>
                        tenant.Groups.FirstOrDefault(g => g.Id == id) is { } group
                            ? Results.Json(Line(group))
                            : Reject(StatusCodes.Status404NotFound, "Request_ResourceNotFound", "There is no such group.")
                )
        );
        // Graph accepts the name of a type with and without the microsoft.graph prefix.
        foreach (var type in new[] { "graph.group", "microsoft.graph.group" })
        {
            routes.MapGet(
                $"/graph/v1.0/users/{{id:guid}}/transitiveMemberOf/{type}",
                (HttpContext context, Guid id) => Guarded(context, tenant, () => MemberOf(context, tenant, id))
            );
        }
    }

    private static IResult Guarded(HttpContext context, Tenant tenant, Func<IResult> answer)
    {
        if (tenant.GraphDown)
        {
            context.Response.Headers.RetryAfter = "30";
            return Reject(StatusCodes.Status503ServiceUnavailable, "serviceNotAvailable", "Try again later.");
        }

        var bearer = context.Request.Headers.Authorization.ToString();
        return !bearer.StartsWith("Bearer ", StringComparison.Ordinal) || !tenant.AcceptsGraphToken(bearer["Bearer ".Length..])
                ? Reject(
                    StatusCodes.Status401Unauthorized,
                    "InvalidAuthenticationToken",
                    "The token is missing, expired or for another audience."
                )
            : !tenant.GraphAllowsGroups
                ? Reject(
                    StatusCodes.Status403Forbidden,
                    "Authorization_RequestDenied",
                    "Insufficient privileges to complete the operation."
                )
            : answer();
    }

    private static IResult MemberOf(HttpContext context, Tenant tenant, Guid id) =>
        tenant.Users.FirstOrDefault(u => u.ObjectId == id) is { } user
            ? Page(context, tenant, [.. tenant.Groups.Where(g => g.Has(user))])
            : Reject(StatusCodes.Status404NotFound, "Request_ResourceNotFound", "There is no such user.");

    private static IResult Search(HttpContext context, Tenant tenant)
    {
        var search = context.Request.Query["$search"].ToString();
        if (search.Length == 0)
        {
            return Page(context, tenant, tenant.Groups);
        }

        // Graph supports $search on directory objects only with this header.
        return context.Request.Headers["ConsistencyLevel"] != "eventual"
                ? Reject(StatusCodes.Status400BadRequest, "Request_UnsupportedQuery", "$search requires ConsistencyLevel: eventual.")
            : DisplayName.Match(search) is not { Success: true } match
                ? Reject(StatusCodes.Status400BadRequest, "Request_BadRequest", "$search must be \"displayName:words\".")
            : Page(
                context,
                tenant,
                [
                    .. tenant.Groups.Where(g =>
                        Words(match.Groups[1].Value)
                            .All(word => Words(g.DisplayName).Any(w => w.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
                    ),
                ]
            );
    }

    private static IResult Page(HttpContext context, Tenant tenant, IReadOnlyList<TenantGroup> groups)
    {
        var top = Math.Min(Number(context.Request.Query["$top"], 100), tenant.GraphPageSize);
        var skip = Number(context.Request.Query["$skiptoken"], 0);
        var page = new Dictionary<string, object>
        {
            ["@odata.context"] = $"{Tenant.GraphAddress}/v1.0/$metadata#groups",
            ["value"] = groups.Skip(skip).Take(top).Select(Line).ToArray(),
        };
        if (skip + top < groups.Count)
        {
            page["@odata.nextLink"] =
                $"{Tenant.GraphAddress}{context.Request.Path.Value!["/graph".Length..]}?$top={top}&$skiptoken={skip + top}";
        }

        return Results.Json(page);
    }

    private static Dictionary<string, object> Line(TenantGroup group) =>
        new()
        {
            ["@odata.type"] = "#microsoft.graph.group",
            ["id"] = group.Id.ToString("D"),
            ["displayName"] = group.DisplayName,
        };

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string[] Words(string text) => text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private static IResult Reject(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);

    [GeneratedRegex("^\"displayName:(.*)\"$")]
    private static partial Regex DisplayName { get; }
}
