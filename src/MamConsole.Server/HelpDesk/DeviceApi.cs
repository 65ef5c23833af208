using MamConsole.Server.Access;

namespace MamConsole.Server.HelpDesk;

/// <summary>The REST API of devices (contract.md §3).</summary>
internal static class DeviceApi
{
    public const string Root = "/api/v1/devices";

    public static void MapDevices(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints
            .MapGroup(Root)
            .WithTags("Devices")
            .RequireAuthorization(AccessPolicies.Api)
            .ProducesProblem(StatusCodes.Status403Forbidden);

        api.MapGet(
                "/",
                ([AsParameters] Query query, HttpContext http, DeviceQueries queries, CancellationToken ct) =>
                    RunAsync(
                        http,
                        who =>
                            query
                                .ToFilter()
                                .Match(
                                    filter => queries.ListAsync(who, filter, ct),
                                    problem => Task.FromResult<Outcome<DevicePage>>(problem)
                                )
                    )
            )
            .Produces<DevicePage>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

        api.MapGet(
                "/{deviceId}",
                (HttpContext http, string deviceId, DeviceQueries queries, CancellationToken ct) =>
                    RunAsync(http, who => queries.GetAsync(who, deviceId, ct))
            )
            .Produces<DeviceDetail>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        api.MapGet(
                "/{deviceId}/settings",
                (HttpContext http, string deviceId, DeviceQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => queries.GetAsync(who, deviceId, ct),
                        device => ApiJson.Ok(new DeviceSettings(device.Settings, device.Exceptions)),
                        p => ProblemResults.From(p)
                    )
            )
            .Produces<DeviceSettings>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        api.MapGet(
                "/{deviceId}/assignment",
                (HttpContext http, string deviceId, AssignmentQueries queries, CancellationToken ct) =>
                    RunAsync(http, who => queries.GetAsync(who, deviceId, ct))
            )
            .Produces<DeviceAssignment>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The query string; what is not given does not matter.</summary>
    internal sealed record Query(string? Search, string? State, string? PolicyId, string? After, string? Take)
    {
        public Outcome<DeviceFilter> ToFilter()
        {
            long? take = null;
            var problem = QueryText.Read(State, "state", out DeviceState? state) ?? QueryText.Read(Take, "take", out take);
            return problem is not null
                ? problem
                : new DeviceFilter
                {
                    Search = Search,
                    State = state,
                    PolicyId = PolicyId,
                    After = After,
                    Take = (int)Math.Clamp(take ?? 50, 1, DeviceQueries.MaximumTake),
                };
        }
    }

    private static Task<IResult> RunAsync<T>(HttpContext http, Func<Administrator, Task<Outcome<T>>> query) =>
        ApiRequest.RunAsync(http, query, value => ApiJson.Ok(value), p => ProblemResults.From(p));
}
