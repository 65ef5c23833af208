using System.Globalization;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.HandoffReadiness;
using MamConsole.PolicyEngine.Versions;
using MamConsole.PolicyEngine.Versions.Impact;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Outcomes;
using Microsoft.Net.Http.Headers;

namespace MamConsole.Server.Policies;

/// <summary>The REST API of policies (docs/reference/contract.md §3). It maps HTTP to use cases and contains no other logic.</summary>
internal static class PolicyApi
{
    public const string Root = "/api/v1/policies";

    public static RouteGroupBuilder MapPolicies(this IEndpointRouteBuilder endpoints)
    {
        var api = Group(endpoints);
        MapPolicy(api);
        MapDraft(api.MapGroup("/{policyId}").CanFail<NotFound>());
        MapVersions(api.MapGroup("/{policyId}").CanFail<NotFound>());
        return api;
    }

    /// <summary>The route group of policies, for modules that add routes to it.</summary>
    public static RouteGroupBuilder Group(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup(Root).WithTags("Policies").RequireAuthorization(AccessPolicies.Api);

    /// <summary>The route group of one policy, for modules that add routes to it.</summary>
    public static RouteGroupBuilder OnePolicy(IEndpointRouteBuilder endpoints) =>
        Group(endpoints).MapGroup("/{policyId}").CanFail<NotFound>();

    private static void MapPolicy(RouteGroupBuilder api)
    {
        api.MapGet(
                "/",
                (HttpContext http, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(who => queries.ListAsync(who, ct), list => ApiJson.Ok(new PolicyList(list)))
            )
            .Describe("ListPolicies", Ability.ReadPolicies, "Lists all policies, oldest first.")
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
            .Describe(
                "CreatePolicy",
                Ability.EditPolicies,
                "Creates a policy with a first draft.",
                "A name is unique and has 100 characters at most. Nothing reaches a device before the policy is published."
            )
            .CanFail<TextInvalid>()
            .CanFail<NameTaken>()
            .CanFail<DocumentTooLarge>()
            .CanFail<UnencryptedKey>()
            .AnswersWithLocation()
            .ReadsJson<NewPolicy>()
            .Produces<CreatedPolicy>(StatusCodes.Status201Created);

        api.MapGet(
                "/{policyId}",
                (HttpContext http, string policyId, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(who => queries.GetAsync(who, policyId, ct), policy => Tagged(http, policy.DraftRevision, policy))
            )
            .Describe(
                "GetPolicy",
                Ability.ReadPolicies,
                "Gets a policy with its draft and the version in force.",
                "`ETag` is that of the draft."
            )
            .CanFail<NotFound>()
            .AnswersWithETag()
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
            .Describe("RenamePolicy", Ability.EditPolicies, "Renames a policy.", "Versions and devices stay as they are.")
            .CanFail<NotFound>()
            .CanFail<TextInvalid>()
            .CanFail<NameTaken>()
            .ReadsJson<NewName>()
            .Produces<NewName>();
    }

    private static void MapDraft(RouteGroupBuilder policy)
    {
        policy
            .MapGet(
                "/draft",
                (HttpContext http, string policyId, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(who => queries.GetAsync(who, policyId, ct), detail => Tagged(http, detail.DraftRevision, detail.Draft))
            )
            .Describe("GetDraft", Ability.ReadPolicies, "Gets the draft of a policy.")
            .AnswersWithETag()
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
            .Describe(
                "SaveDraft",
                Ability.EditPolicies,
                "Saves the draft of a policy, with valid or invalid values.",
                "Values are validated when the draft is validated or published. Keys in clear text are rejected: store them as secrets."
            )
            .NeedsIfMatch<IfMatchMissing, DraftConflict>()
            .CanFail<DocumentTooLarge>()
            .CanFail<UnencryptedKey>()
            .AnswersWithETag()
            .ReadsJson<WrittenPolicy>()
            .Produces<DraftRevision>();

        policy
            .MapDelete(
                "/draft",
                (HttpContext http, string policyId, DiscardDraft discard, CancellationToken ct) =>
                    http.RunAsync(
                        who => IfMatchAsync(http, revision => discard.ExecuteAsync(who, policyId, revision, ct)),
                        revision => Tagged(http, revision, new DraftRevision(revision))
                    )
            )
            .Describe(
                "DiscardDraft",
                Ability.EditPolicies,
                "Resets the draft to the version in force.",
                "Without a version in force, the draft becomes empty."
            )
            .NeedsIfMatch<IfMatchMissing, DraftConflict>()
            .AnswersWithETag()
            .Produces<DraftRevision>();

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
            .Describe(
                "ValidateDraft",
                Ability.ReadPolicies,
                "Validates a draft and returns what publishing it would change.",
                "Without a body the saved draft is validated; with one, that document. Nothing is saved."
            )
            .ReadsJson<WrittenPolicy>(isOptional: true)
            .Produces<ReviewAnswer>();

        policy
            .MapGet(
                "/handoff",
                (HttpContext http, string policyId, HandoffQueries queries, CancellationToken ct) =>
                    http.RunAsync(who => queries.CheckAsync(who, policyId, ct), ApiJson.Ok)
            )
            .Describe("CheckMdmHandoff", Ability.ReadPolicies, "Checks what an MDM handoff would do to work files under the saved draft.")
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
            .Describe(
                "PublishPolicy",
                Ability.PublishPolicies,
                "Publishes the draft as the next version.",
                "`draftRevision` names the draft that was reviewed: if it was saved since, the response is 409. Devices get the "
                    + "version at their next check-in. Warnings require a `reason`, and dangers require the `confirmation` that validating "
                    + "the draft returns."
            )
            .CanFail<DraftConflict>()
            .CanFail<VersionConflict>()
            .CanFail<NothingToPublish>()
            .CanFail<TextInvalid>()
            .CanFail<PolicyBlocked>()
            .CanFail<ReasonMissing>()
            .CanFail<ConfirmationMissing>()
            .CanFail<NothingToAccept>()
            .AnswersWithLocation()
            .ReadsJson<PublishRequest>()
            .Produces<PublishedVersion>(StatusCodes.Status201Created);

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
            .Describe(
                "RollBackPolicy",
                Ability.PublishPolicies,
                "Publishes the document of an earlier version again as a new version.",
                "The current rules apply. `expectedCurrentNumber` names the version in force: if another was published since, the "
                    + "response is 409."
            )
            .CanFail<VersionConflict>()
            .CanFail<NothingToPublish>()
            .CanFail<TextInvalid>()
            .CanFail<PolicyBlocked>()
            .CanFail<ReasonMissing>()
            .CanFail<ConfirmationMissing>()
            .CanFail<NothingToAccept>()
            .AnswersWithLocation()
            .ReadsJson<RollBackRequest>()
            .Produces<PublishedVersion>(StatusCodes.Status201Created);
    }

    private static void MapVersions(RouteGroupBuilder policy)
    {
        policy
            .MapGet(
                "/versions",
                (
                    HttpContext http,
                    string policyId,
                    string? after,
                    string? before,
                    string? take,
                    PolicyQueries queries,
                    CancellationToken ct
                ) =>
                    NumberPage
                        .Read(after, before, take)
                        .Match(
                            page =>
                            {
                                var size = Math.Clamp(page.Take, 1, PolicyQueries.MaximumTake);
                                return http.RunAsync(
                                    who => queries.VersionsAsync(who, policyId, page.BeforeNumber, size, ct),
                                    versions =>
                                        ApiJson.Ok(
                                            new VersionPage(
                                                versions,
                                                versions.Count == size && versions[^1].Number > 1 ? versions[^1].Number : null
                                            )
                                        )
                                );
                            },
                            problem => Task.FromResult(Reject(http, problem))
                        )
            )
            .Describe("ListPolicyVersions", Ability.ReadPolicies, "Lists the versions of a policy, newest first.")
            .WithQuery(QueryParameter.AfterNumber(), QueryParameter.Before(), QueryParameter.Take(50, PolicyQueries.MaximumTake))
            .Produces<VersionPage>();

        policy
            .MapGet(
                "/versions/{number:int}",
                (HttpContext http, string policyId, int number, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(who => queries.VersionAsync(who, new VersionRef(policyId, number), ct), ApiJson.Ok)
            )
            .Describe("GetPolicyVersion", Ability.ReadPolicies, "Gets a version of a policy with its document and its nodes.")
            .Produces<PublishedVersion>();

        policy
            .MapGet(
                "/versions/{number:int}/nodes",
                (HttpContext http, string policyId, int number, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(
                        who => queries.VersionAsync(who, new VersionRef(policyId, number), ct),
                        version => ApiJson.Ok(version.Nodes)
                    )
            )
            .Describe("GetPolicyVersionNodes", Ability.ReadPolicies, "Gets the CSP nodes that a version of a policy sends.")
            .Produces<CompiledPolicy>();

        policy
            .MapGet(
                "/compare",
                (HttpContext http, string policyId, string? from, string? to, PolicyQueries queries, CancellationToken ct) =>
                    http.RunAsync(
                        who =>
                            VersionSelector.Read(from) is not { } earlier ? Task.FromResult<Outcome<ChangeList>>(NoSelector("from"))
                            : VersionSelector.Read(to) is not { } later ? Task.FromResult<Outcome<ChangeList>>(NoSelector("to"))
                            : queries.CompareAsync(who, policyId, earlier, later, ct),
                        ApiJson.Ok
                    )
            )
            .Describe("ComparePolicyVersions", Ability.ReadPolicies, "Lists what changed between two versions of a policy.")
            .WithQuery(
                QueryParameter.Version("from", "The earlier side: a version's number, 0 for an empty policy, or `draft`.") with
                {
                    IsRequired = true,
                },
                QueryParameter.Version("to", "The later side: a version's number, 0 for an empty policy, or `draft`.") with
                {
                    IsRequired = true,
                }
            )
            .Produces<ChangeList>();

        policy
            .MapGet(
                "/effect",
                (HttpContext http, string policyId, string? version, ImpactQueries queries, CancellationToken ct) =>
                    http.RunAsync(
                        who =>
                            VersionSelector.Read(version ?? VersionSelector.DraftWord) is { } what
                                ? queries.CountAsync(who, policyId, what, ct)
                                : Task.FromResult<Outcome<ImpactForecast>>(NoSelector("version")),
                        ApiJson.Ok
                    )
            )
            .Describe(
                "GetPolicyImpact",
                Ability.ReadPolicies,
                "Counts what publishing would change on the devices that get the policy.",
                "Each request counts the devices again."
            )
            .WithQuery(
                QueryParameter.Version("version", "What would be published: a version's number or `draft`.") with
                {
                    Default = VersionSelector.DraftWord,
                }
            )
            .Produces<ImpactForecast>();
    }

    private static QueryInvalid NoSelector(string name) => new(name, $"a version's number or {VersionSelector.DraftWord}");

    private static Task<IResult> RunAsync<T>(this HttpContext http, Func<Administrator, Task<Outcome<T>>> use, Func<T, IResult> answer) =>
        ApiRequest.RunAsync(http, use, answer, problem => Reject(http, problem));

    private static Task<IResult> RunAsync<TBody, T>(
        this HttpContext http,
        Func<Administrator, TBody, Task<Outcome<T>>> use,
        Func<T, IResult> answer,
        CancellationToken cancellationToken
    )
        where TBody : class => ApiRequest.RunAsync(http, use, answer, problem => Reject(http, problem), cancellationToken);

    // HTTP defines 412 for an edit whose If-Match no longer matches.
    private static IResult Reject(HttpContext http, Problem problem) =>
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
