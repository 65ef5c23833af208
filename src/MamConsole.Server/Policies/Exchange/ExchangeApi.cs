using System.Globalization;
using MamConsole.PolicyEngine.Eas;
using MamConsole.Server.Access;
using Microsoft.Net.Http.Headers;

namespace MamConsole.Server.Policies.Exchange;

/// <summary>The recorded Exchange policy and forecasts over REST: HTTP to use cases and back, nothing else (contract.md §3).</summary>
internal static class ExchangeApi
{
    public const string Root = "/api/v1/exchange-policy";

    public static void MapExchange(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints
            .MapGroup(Root)
            .WithTags("Exchange")
            .RequireAuthorization(AccessPolicies.Api)
            .ProducesProblem(StatusCodes.Status403Forbidden);

        api.MapGet(
                "/",
                (HttpContext http, ExchangeQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(http, who => queries.CurrentAsync(who, ct), policy => Tagged(http, policy.Number, policy), Refuse)
            )
            .Produces<ExchangePolicyVersion>();

        api.MapPut(
                "/",
                (HttpContext http, RecordExchangePolicy record, CancellationToken ct) =>
                    ApiRequest.RunAsync<NewExchangePolicy, RecordedExchangePolicy>(
                        http,
                        async (who, body) =>
                            NumberOf(http.Request) is { } number
                                ? await record.ExecuteAsync(who, number, body, ct)
                                : new ExchangePolicyIfMatchMissing(),
                        recorded => Tagged(http, recorded.Version.Number, recorded),
                        Refuse,
                        ct
                    )
            )
            .Accepts<NewExchangePolicy>("application/json")
            .Produces<RecordedExchangePolicy>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);

        api.MapGet(
                "/versions",
                (HttpContext http, int? before, int? take, ExchangeQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(http, who => queries.ListAsync(who, before, take ?? 50, ct), ApiJson.Ok, Refuse)
            )
            .Produces<ExchangePolicyHistory>();

        api.MapGet(
                "/versions/{number:int}",
                (HttpContext http, int number, ExchangeQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(http, who => queries.GetAsync(who, number, ct), ApiJson.Ok, Refuse)
            )
            .Produces<ExchangePolicyVersion>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        endpoints
            .MapGet(
                $"{PolicyApi.Root}/{{policyId}}/exchange",
                ([AsParameters] ForecastQuery query, HttpContext http, string policyId, ExchangeQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync<ForecastAnswer>(http, who => query.AskAsync(who, policyId, queries, ct), ApiJson.Ok, Refuse)
            )
            .WithTags("Exchange")
            .RequireAuthorization(AccessPolicies.Api)
            .Produces<ForecastAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The query string; what is not given is a standard user's PC without encryption that has MAM first.</summary>
    internal sealed record ForecastQuery(string? Order, string? Encrypted, string? Admin)
    {
        public async Task<Outcome<ForecastAnswer>> AskAsync(
            Administrator who,
            string policyId,
            ExchangeQueries queries,
            CancellationToken ct
        )
        {
            bool encrypted = false,
                admin = false;
            if (
                (
                    QueryText.Read(Order, "order", out EasOrder? order)
                    ?? Switch(Encrypted, "encrypted", out encrypted)
                    ?? Switch(Admin, "admin", out admin)
                ) is
                { } problem
            )
            {
                return problem;
            }

            return (
                await queries.ForecastAsync(who, policyId, new ForecastQuestion(order ?? EasOrder.EasAfterMam, encrypted, admin), ct)
            ).Match<Outcome<ForecastAnswer>>(
                forecast => ForecastAnswer.Of(forecast) is { } answer ? answer : new NotFound("A recorded Exchange policy"),
                failed => failed
            );
        }

        private static QueryInvalid? Switch(string? text, string name, out bool value)
        {
            value = string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
            return text is null || value || string.Equals(text, "false", StringComparison.OrdinalIgnoreCase)
                ? null
                : new QueryInvalid(name, "true or false");
        }
    }

    private static IResult Refuse(Problem problem) =>
        ProblemResults.From(problem, problem is ExchangePolicyConflict ? StatusCodes.Status412PreconditionFailed : null);

    private static int? NumberOf(HttpRequest request) =>
        request.GetTypedHeaders().IfMatch is [{ IsWeak: false } tag]
        && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static IResult Tagged<T>(HttpContext http, int number, T value)
    {
        http.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{number}\""));
        return ApiJson.Ok(value);
    }
}
