using System.Globalization;
using MamConsole.PolicyEngine.Eas;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;
using Microsoft.Net.Http.Headers;

namespace MamConsole.Server.ExchangeForecast;

/// <summary>
/// The REST API of the recorded Exchange policy and of forecasts (docs/reference/contract.md §3). It maps HTTP to use cases.
/// </summary>
internal static class ExchangeApi
{
    public const string Root = "/api/v1/exchange-policy";

    public static void MapExchange(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(Root).WithTags("Exchange").RequireAuthorization(AccessPolicies.Api);

        api.MapGet(
                "/",
                (HttpContext http, ExchangeQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(http, who => queries.CurrentAsync(who, ct), policy => Tagged(http, policy.Number, policy), Reject)
            )
            .Describe(
                "GetExchangePolicy",
                Ability.ReadPolicies,
                "Gets the recorded Exchange ActiveSync policy.",
                "`number` is 0 if nothing was ever recorded."
            )
            .AnswersWithETag()
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
                        Reject,
                        ct
                    )
            )
            .Describe(
                "RecordExchangePolicy",
                Ability.EditPolicies,
                "Records what Exchange ActiveSync requires of devices.",
                "Exchange itself is not changed. Send either `elements` or `text` (pasted output of Exchange). Recording the same "
                    + "again changes nothing."
            )
            .NeedsIfMatch<ExchangePolicyIfMatchMissing, ExchangePolicyConflict>()
            .CanFail<TextInvalid>()
            .CanFail<ExchangePolicyUnreadable>()
            .AnswersWithETag()
            .ReadsJson<NewExchangePolicy>()
            .Produces<RecordedExchangePolicy>();

        api.MapGet(
                "/versions",
                (HttpContext http, string? after, string? before, string? take, ExchangeQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who =>
                            NumberPage
                                .Read(after, before, take)
                                .Match(
                                    page => queries.ListAsync(who, page.BeforeNumber, page.Take, ct),
                                    problem => Task.FromResult<Outcome<ExchangePolicyHistory>>(problem)
                                ),
                        ApiJson.Ok,
                        Reject
                    )
            )
            .Describe(
                "ListExchangePolicyVersions",
                Ability.ReadPolicies,
                "Lists the recorded versions of the Exchange ActiveSync policy, newest first."
            )
            .WithQuery(QueryParameter.AfterNumber(), QueryParameter.Before(), QueryParameter.Take(50, ExchangeQueries.MaximumTake))
            .Produces<ExchangePolicyHistory>();

        api.MapGet(
                "/versions/{number:int}",
                (HttpContext http, int number, ExchangeQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(http, who => queries.GetAsync(who, number, ct), ApiJson.Ok, Reject)
            )
            .Describe("GetExchangePolicyVersion", Ability.ReadPolicies, "Gets one recorded version of the Exchange ActiveSync policy.")
            .CanFail<NotFound>()
            .Produces<ExchangePolicyVersion>();

        endpoints
            .MapGet(
                $"{PolicyApi.Root}/{{policyId}}/exchange",
                ([AsParameters] ForecastQuery query, HttpContext http, string policyId, ExchangeQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync<ForecastAnswer>(http, who => query.EvaluateAsync(who, policyId, queries, ct), ApiJson.Ok, Reject)
            )
            .Describe(
                "GetExchangeForecast",
                Ability.ReadPolicies,
                "Returns for each rule which side wins when a policy and the recorded Exchange ActiveSync policy both apply.",
                "The saved draft of the policy is used. Returns 404 also if no Exchange policy was recorded."
            )
            .WithQuery(
                QueryParameter.Choice<EasOrder>("order", EasOrder.EasAfterMam, "Which policy the device received first."),
                QueryParameter.Flag("encrypted", "Whether the device's drives are encrypted."),
                QueryParameter.Flag("admin", "Whether the person is an administrator of the device.")
            )
            .CanFail<NotFound>()
            .WithTags("Exchange")
            .RequireAuthorization(AccessPolicies.Api)
            .Produces<ForecastAnswer>();
    }

    /// <summary>The query string; by default a standard user's PC without encryption that received MAM first.</summary>
    internal sealed record ForecastQuery
    {
        public string? Order { get; init; }
        public string? Encrypted { get; init; }
        public string? Admin { get; init; }

        public async Task<Outcome<ForecastAnswer>> EvaluateAsync(
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

    private static IResult Reject(Problem problem) =>
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
