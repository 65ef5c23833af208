using MamConsole.Server.Access;

namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>The REST API of what is done to single devices: HTTP to use cases and back, nothing else (contract.md §3).</summary>
internal static class DeviceActionApi
{
    private const string KeyHeader = "Idempotency-Key";

    public static void MapDeviceActions(this IEndpointRouteBuilder endpoints)
    {
        var device = endpoints
            .MapGroup($"{DeviceApi.Root}/{{deviceId}}")
            .WithTags("Devices")
            .RequireAuthorization(AccessPolicies.Api)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        MapCommands(device);
        MapStates(device);
        MapAssignment(device);
    }

    private static void MapAssignment(RouteGroupBuilder device)
    {
        device
            .MapPut(
                "/ring",
                (HttpContext http, string deviceId, SetRing set, CancellationToken ct) =>
                    ApiRequest.RunAsync<RingRequest, string>(
                        http,
                        (who, body) => set.ExecuteAsync(who, deviceId, body.Ring, ct),
                        ring => ApiJson.Ok(new RingRequest(ring)),
                        p => ProblemResults.From(p),
                        ct
                    )
            )
            .Accepts<RingRequest>("application/json")
            .Produces<RingRequest>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        device
            .MapPost(
                "/groups/read",
                (HttpContext http, string deviceId, ReadPersonGroups read, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => read.ExecuteAsync(who, deviceId, ct),
                        changed => ApiJson.Ok(new GroupsRead(changed)),
                        p => ProblemResults.From(p)
                    )
            )
            .Produces<GroupsRead>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status502BadGateway);
    }

    private static void MapCommands(RouteGroupBuilder device)
    {
        device
            .MapGet(
                "/commands",
                (HttpContext http, string deviceId, string? after, string? take, RequestQueries queries, CancellationToken ct) =>
                    RunAsync(
                        http,
                        async who =>
                            QueryText.Read(take, "take", out long? size) is { } wrong
                                ? wrong
                                : await queries.ListAsync(
                                    who,
                                    deviceId,
                                    after,
                                    (int)Math.Clamp(size ?? 20, 1, RequestQueries.MaximumTake),
                                    ct
                                )
                    )
            )
            .Produces<RequestPage>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

        device
            .MapGet(
                "/commands/{commandId}",
                (HttpContext http, string deviceId, string commandId, RequestQueries queries, CancellationToken ct) =>
                    RunAsync(http, who => queries.GetAsync(who, deviceId, commandId, ct))
            )
            .Produces<DeviceRequest>();

        device
            .MapPost(
                "/commands",
                (HttpContext http, string deviceId, AskDevice ask, CancellationToken ct) =>
                    ApiRequest.RunAsync<AskRequest, DeviceRequest>(
                        http,
                        (who, body) =>
                            ask.ExecuteAsync(who, deviceId, body, http.Request.Headers[KeyHeader] is [var key, ..] ? key ?? "" : null, ct),
                        request => ApiJson.Created($"{DeviceApi.Root}/{deviceId}/commands/{request.Id}", request),
                        problem => ProblemResults.From(problem),
                        ct
                    )
            )
            .Accepts<AskRequest>("application/json")
            .Produces<DeviceRequest>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        device
            .MapDelete(
                "/commands/{commandId}",
                (HttpContext http, string deviceId, string commandId, CancelRequest cancel, CancellationToken ct) =>
                    RunAsync(http, who => cancel.ExecuteAsync(who, deviceId, commandId, ct))
            )
            .Produces<DeviceRequest>()
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static void MapStates(RouteGroupBuilder device)
    {
        device
            .MapPost(
                "/retry",
                (HttpContext http, string deviceId, RetryRefused retry, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => retry.ExecuteAsync(who, deviceId, ct),
                        count => ApiJson.Ok(new Retried(count)),
                        p => ProblemResults.From(p)
                    )
            )
            .Produces<Retried>()
            .ProducesProblem(StatusCodes.Status409Conflict);

        device
            .MapPost(
                "/block",
                (HttpContext http, string deviceId, BlockDevice block, CancellationToken ct) =>
                    http.Request.HasBody()
                        ? ApiRequest.RunAsync<BlockRequest, DateTimeOffset>(
                            http,
                            (who, body) => block.ExecuteAsync(who, deviceId, body.Reason, ct),
                            at => ApiJson.Ok(new ActedAt(at)),
                            p => ProblemResults.From(p),
                            ct
                        )
                        : ApiRequest.RunAsync(
                            http,
                            who => block.ExecuteAsync(who, deviceId, "", ct),
                            at => ApiJson.Ok(new ActedAt(at)),
                            p => ProblemResults.From(p)
                        )
            )
            .Accepts<BlockRequest>(isOptional: true, "application/json")
            .Produces<ActedAt>()
            .ProducesProblem(StatusCodes.Status409Conflict);

        device
            .MapPost(
                "/unblock",
                (HttpContext http, string deviceId, UnblockDevice unblock, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => unblock.ExecuteAsync(who, deviceId, ct),
                        was => ApiJson.Ok(new Unblocked(was)),
                        p => ProblemResults.From(p)
                    )
            )
            .Produces<Unblocked>();

        device
            .MapPost(
                "/retire",
                (HttpContext http, string deviceId, RetireDevice retire, CancellationToken ct) =>
                    ApiRequest.RunAsync<RetireRequest, DateTimeOffset>(
                        http,
                        (who, body) => retire.ExecuteAsync(who, deviceId, body, ct),
                        at => ApiJson.Ok(new ActedAt(at)),
                        p => ProblemResults.From(p),
                        ct
                    )
            )
            .Accepts<RetireRequest>("application/json")
            .Produces<ActedAt>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        device
            .MapPost(
                "/release",
                (HttpContext http, string deviceId, ReleaseDevice release, CancellationToken ct) =>
                    ApiRequest.RunAsync<ReleaseRequest, DateTimeOffset>(
                        http,
                        (who, body) => release.ExecuteAsync(who, deviceId, body, ct),
                        at => ApiJson.Ok(new ActedAt(at)),
                        p => ProblemResults.From(p),
                        ct
                    )
            )
            .Accepts<ReleaseRequest>("application/json")
            .Produces<ActedAt>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> RunAsync<T>(HttpContext http, Func<Administrator, Task<Outcome<T>>> use) =>
        ApiRequest.RunAsync(http, use, ApiJson.Ok, problem => ProblemResults.From(problem));
}
