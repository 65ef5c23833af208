using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Entra;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;

namespace MamConsole.Server.PolicyAudiences;

/// <summary>The REST API of policy audiences and of the group search for assignments.</summary>
internal static class AudienceApi
{
    public static void MapAudience(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapGet(
                $"{PolicyApi.Root}/{{policyId}}/audience",
                (
                    HttpContext http,
                    string policyId,
                    string? of,
                    string? show,
                    string? after,
                    string? take,
                    AudienceQueries queries,
                    CancellationToken ct
                ) =>
                    RunAsync(
                        http,
                        async who =>
                        {
                            long? size = null;
                            AudienceView? part = null;
                            return
                                (
                                    QueryText.Read(of, "of", out AudienceSource? document)
                                    ?? QueryText.Read(show, "show", out part)
                                    ?? QueryText.Read(take, "take", out size)
                                )
                                    is { } wrong
                                ? wrong
                                : await queries.GetAsync(
                                    who,
                                    policyId,
                                    new AudienceRequest
                                    {
                                        Of = document,
                                        Show = part ?? AudienceView.Getting,
                                        After = after,
                                        Take = (int)Math.Clamp(size ?? 50, 1, AudienceQueries.MaximumTake),
                                    },
                                    ct
                                );
                        }
                    )
            )
            .Describe("GetPolicyAudience", Ability.ReadPolicies, "Lists the devices that a policy is for, by the name of their user.")
            .WithQuery(
                QueryParameter.Choice<AudienceSource>(
                    "of",
                    null,
                    "Which document is used. Without it, the version in force, or the draft if nothing is published."
                ),
                QueryParameter.Choice<AudienceView>(
                    "show",
                    AudienceView.Getting,
                    "`getting` lists devices that get the policy, `elsewhere` those that match but get a policy of higher priority."
                ),
                QueryParameter.After(),
                QueryParameter.Take(50, AudienceQueries.MaximumTake)
            )
            .CanFail<NotFound>()
            .CanFail<AudienceKeyUnknown>()
            .CanFail<NothingPublished>()
            .WithTags("Policies")
            .RequireAuthorization(AccessPolicies.Api)
            .Produces<PolicyAudiencePage>();

        endpoints
            .MapGet(
                "/api/v1/directory/groups",
                (HttpContext http, string? search, FindGroups find, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => find.ExecuteAsync(who, search ?? "", ct),
                        found => ApiJson.Ok(new GroupList(found)),
                        problem => ProblemResults.From(problem)
                    )
            )
            .Describe(
                "SearchGroups",
                Ability.EditPolicies,
                "Searches the groups of the Entra tenant by words of their name, or by object id.",
                "Returns only a few groups."
            )
            .WithQuery(
                QueryParameter.Text("search", "At least 2 characters of the name, or the object id; text after 120 characters is ignored.")
            )
            .CanFail<SearchTooShort>()
            .CanFail<DirectoryUnavailable>()
            .WithTags("Directory")
            .RequireAuthorization(AccessPolicies.Api)
            .Produces<GroupList>();
    }

    private static Task<IResult> RunAsync<T>(HttpContext http, Func<Administrator, Task<Outcome<T>>> query) =>
        ApiRequest.RunAsync(http, query, value => ApiJson.Ok(value), problem => ProblemResults.From(problem));
}
