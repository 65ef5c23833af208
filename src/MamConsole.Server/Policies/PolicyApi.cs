using System.Globalization;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.Versions;
using MamConsole.PolicyEngine.Versions.Effects;
using MamConsole.Server.Access;
using MamConsole.Server.Policies.Calculators;
using MamConsole.Server.Policies.Exchange;
using MamConsole.Server.Policies.Files;
using MamConsole.Server.Policies.History;
using MamConsole.Server.Policies.Programs;
using MamConsole.Server.Policies.Reach;
using MamConsole.Server.Policies.Secrets;
using Microsoft.Net.Http.Headers;

namespace MamConsole.Server.Policies;

/// <summary>The REST API of policies: HTTP to use cases and back, nothing else (contract.md §3).</summary>
internal static class PolicyApi
{
    public const string Root = "/api/v1/policies";

    public static RouteGroupBuilder MapPolicies(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints
            .MapGroup(Root)
            .WithTags("Policies")
            .RequireAuthorization(AccessPolicies.Api)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        endpoints.MapPrograms();
        MapPolicy(api);
        MapDraft(api.MapGroup("/{policyId}").ProducesProblem(StatusCodes.Status404NotFound));
        MapVersions(api.MapGroup("/{policyId}").ProducesProblem(StatusCodes.Status404NotFound));
        api.MapFiles();
        endpoints.MapFileDownloads();
        endpoints.MapAudience();
        endpoints.MapExchange();
        endpoints.MapSecrets();
        endpoints.MapCalculators();
        return api;
    }

    private static void MapPolicy(RouteGroupBuilder api)
    {
        api.MapGet(
                "/",
                (HttpContext http, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(who => queries.ListAsync(who, ct), list => ApiJson.Ok(new PolicyList(list)))
            )
            .Produces<PolicyList>();

        api.MapPost(
                "/",
                (HttpContext http, CreatePolicy create, CancellationToken ct) =>
                    http.RunAsync<NewPolicy, string>(
                        (who, body) => create.ExecuteAsync(who, body.Name, body.Document, ct),
                        id => ApiJson.Created($"{Root}/{id}", new CreatedPolicy(id)),
                        ct
                    )
            )
            .Accepts<NewPolicy>("application/json")
            .Produces<CreatedPolicy>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict);

        api.MapGet(
                "/{policyId}",
                (HttpContext http, string policyId, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(who => queries.GetAsync(who, policyId, ct), policy => Tagged(http, policy.DraftRevision, policy))
            )
            .Produces<PolicyDetail>();

        api.MapPut(
                "/{policyId}/name",
                (HttpContext http, string policyId, RenamePolicy rename, CancellationToken ct) =>
                    http.RunAsync<NewName, string>(
                        (who, body) => rename.ExecuteAsync(who, policyId, body.Name, ct),
                        name => ApiJson.Ok(new NewName(name)),
                        ct
                    )
            )
            .Accepts<NewName>("application/json")
            .Produces<NewName>()
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static void MapDraft(RouteGroupBuilder policy)
    {
        policy
            .MapGet(
                "/draft",
                (HttpContext http, string policyId, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(who => queries.GetAsync(who, policyId, ct), detail => Tagged(http, detail.DraftRevision, detail.Draft))
            )
            .Produces<WrittenPolicy>();

        policy
            .MapPut(
                "/draft",
                (HttpContext http, string policyId, SaveDraft save, CancellationToken ct) =>
                    http.RunAsync<WrittenPolicy, int>(
                        (who, draft) => IfMatchAsync(http, revision => save.ExecuteAsync(who, policyId, revision, draft, ct)),
                        revision => Tagged(http, revision, new DraftRevision(revision)),
                        ct
                    )
            )
            .Accepts<WrittenPolicy>("application/json")
            .Produces<DraftRevision>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);

        policy
            .MapDelete(
                "/draft",
                (HttpContext http, string policyId, DiscardDraft discard, CancellationToken ct) =>
                    http.RunAsync(
                        who => IfMatchAsync(http, revision => discard.ExecuteAsync(who, policyId, revision, ct)),
                        revision => Tagged(http, revision, new DraftRevision(revision))
                    )
            )
            .Produces<DraftRevision>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);

        policy
            .MapPost(
                "/validate",
                (HttpContext http, string policyId, PolicyQueries queries, CancellationToken ct) =>
                    http.Request.HasBody()
                        ? http.RunAsync<WrittenPolicy, DraftReview>(
                            (who, draft) => queries.ReviewAsync(who, policyId, draft, ct),
                            review => ApiJson.Ok(ReviewAnswer.Of(review)),
                            ct
                        )
                        : http.RunAsync(who => queries.ReviewAsync(who, policyId, ct), review => ApiJson.Ok(ReviewAnswer.Of(review)))
            )
            .Produces<ReviewAnswer>();

        policy
            .MapGet(
                "/handoff",
                (HttpContext http, string policyId, HandoffQueries queries, CancellationToken ct) =>
                    http.RunAsync(who => queries.CheckAsync(who, policyId, ct), ApiJson.Ok)
            )
            .Produces<HandoffCheck>();

        policy
            .MapPost(
                "/publish",
                (HttpContext http, string policyId, PublishPolicy publish, CancellationToken ct) =>
                    http.RunAsync<PublishRequest, PublishedVersion>(
                        (who, body) => publish.ExecuteAsync(who, policyId, body, ct),
                        Created,
                        ct
                    )
            )
            .Accepts<PublishRequest>("application/json")
            .Produces<PublishedVersion>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        policy
            .MapPost(
                "/rollback",
                (HttpContext http, string policyId, RollBackPolicy rollBack, CancellationToken ct) =>
                    http.RunAsync<RollBackRequest, PublishedVersion>(
                        (who, body) => rollBack.ExecuteAsync(who, policyId, body, ct),
                        Created,
                        ct
                    )
            )
            .Accepts<RollBackRequest>("application/json")
            .Produces<PublishedVersion>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static void MapVersions(RouteGroupBuilder policy)
    {
        policy
            .MapGet(
                "/versions",
                (HttpContext http, string policyId, int? before, int? take, PolicyQueries queries, CancellationToken ct) =>
                {
                    var size = Math.Clamp(take ?? 50, 1, PolicyQueries.MaximumTake);
                    return http.RunAsync(
                        who => queries.VersionsAsync(who, policyId, before, size, ct),
                        page => ApiJson.Ok(new VersionPage(page, page.Count == size && page[^1].Number > 1 ? page[^1].Number : null))
                    );
                }
            )
            .Produces<VersionPage>();

        policy
            .MapGet(
                "/versions/{number:int}",
                (HttpContext http, string policyId, int number, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(who => queries.VersionAsync(who, policyId, number, ct), ApiJson.Ok)
            )
            .Produces<PublishedVersion>();

        policy
            .MapGet(
                "/versions/{number:int}/nodes",
                (HttpContext http, string policyId, int number, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(who => queries.VersionAsync(who, policyId, number, ct), version => ApiJson.Ok(version.Nodes))
            )
            .Produces<CompiledPolicy>();

        policy
            .MapGet(
                "/compare",
                (HttpContext http, string policyId, string from, string to, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(
                        who =>
                            VersionPick.Read(from) is not { } earlier ? Task.FromResult<Outcome<ChangeList>>(NoPick("from"))
                            : VersionPick.Read(to) is not { } later ? Task.FromResult<Outcome<ChangeList>>(NoPick("to"))
                            : queries.CompareAsync(who, policyId, earlier, later, ct),
                        ApiJson.Ok
                    )
            )
            .Produces<ChangeList>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

        policy
            .MapGet(
                "/effect",
                (HttpContext http, string policyId, string? version, EffectQueries queries, CancellationToken ct) =>
                    http.RunAsync(
                        who =>
                            VersionPick.Read(version ?? VersionPick.DraftWord) is { } what
                                ? queries.CountAsync(who, policyId, what, ct)
                                : Task.FromResult<Outcome<EffectForecast>>(NoPick("version")),
                        ApiJson.Ok
                    )
            )
            .Produces<EffectForecast>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

        policy.MapHistory();
    }

    private static QueryInvalid NoPick(string name) => new(name, $"a version's number or {VersionPick.DraftWord}");

    private static Task<IResult> RunAsync<T>(this HttpContext http, Func<Administrator, Task<Outcome<T>>> use, Func<T, IResult> answer) =>
        ApiRequest.RunAsync(http, use, answer, problem => Refuse(http, problem));

    private static Task<IResult> RunAsync<TBody, T>(
        this HttpContext http,
        Func<Administrator, TBody, Task<Outcome<T>>> use,
        Func<T, IResult> answer,
        CancellationToken cancellationToken
    )
        where TBody : class => ApiRequest.RunAsync(http, use, answer, problem => Refuse(http, problem), cancellationToken);

    // HTTP has a status of its own for an edit whose If-Match no longer holds.
    private static IResult Refuse(HttpContext http, Problem problem) =>
        ProblemResults.From(
            problem,
            problem is DraftConflict && http.Request.Headers.IfMatch.Count > 0 ? StatusCodes.Status412PreconditionFailed : null
        );

    private static async Task<Outcome<T>> IfMatchAsync<T>(HttpContext http, Func<int, Task<Outcome<T>>> use) =>
        http.Request.GetTypedHeaders().IfMatch is [{ IsWeak: false } tag]
        && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? await use(revision)
            : new IfMatchMissing();

    private static IResult Tagged<T>(HttpContext http, int revision, T value)
    {
        http.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{revision}\""));
        return ApiJson.Ok(value);
    }

    private static IResult Created(PublishedVersion version) =>
        ApiJson.Created($"{Root}/{version.PolicyId}/versions/{version.Number}", version);
}
