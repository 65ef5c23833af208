using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Devices;

/// <summary>The REST API of devices (docs/reference/contract.md §3).</summary>
internal static class DeviceApi
{
    public const string Root = "/api/v1/devices";

    public static void MapDevices(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(Root).WithTags("Devices").RequireAuthorization(AccessPolicies.Api);

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
            .Describe(
                "ListDevices",
                Ability.ReadDevices,
                "Lists enrolled devices by the name of their user.",
                "Everything that is given must match. `total` counts all matching devices, not only those of the page."
            )
            .WithQuery(
                QueryParameter.Text("search", "Part of the user's name, of the user principal name or of the device's name, in any case."),
                QueryParameter.Choice<DeviceState>("state", null, "Only devices in this state."),
                QueryParameter.Text("policyId", "Only devices that this policy is assigned to."),
                QueryParameter.After(),
                QueryParameter.Take(50, DeviceQueries.MaximumTake)
            )
            .CanFail<PageKeyUnknown>()
            .Produces<DevicePage>();

        api.MapGet(
                "/{deviceId}",
                (HttpContext http, string deviceId, DeviceQueries queries, CancellationToken ct) =>
                    RunAsync(http, who => queries.GetAsync(who, deviceId, ct))
            )
            .Describe("GetDevice", Ability.ReadDevices, "Gets a device with its settings, its setting errors and its facts.")
            .CanFail<NotFound>()
            .Produces<DeviceDetail>();

        api.MapGet(
                "/{deviceId}/settings",
                (HttpContext http, string deviceId, DeviceQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => queries.GetAsync(who, deviceId, ct),
                        device => ApiJson.Ok(new DeviceSettings(device.Settings, device.Deviations)),
                        p => ProblemResults.From(p)
                    )
            )
            .Describe(
                "GetDeviceSettings",
                Ability.ReadDevices,
                "Gets the settings of a device: when each was sent, acknowledged and read back."
            )
            .CanFail<NotFound>()
            .Produces<DeviceSettings>();

        api.MapGet(
                "/{deviceId}/assignment",
                (HttpContext http, string deviceId, AssignmentQueries queries, CancellationToken ct) =>
                    RunAsync(http, who => queries.GetAsync(who, deviceId, ct))
            )
            .Describe("GetDeviceAssignment", Ability.ReadDevices, "Explains which policy a device gets and why.")
            .CanFail<NotFound>()
            .Produces<DeviceAssignment>();
    }

    /// <summary>The query string; a parameter that is absent does not filter.</summary>
    internal sealed record Query
    {
        public string? Search { get; init; }
        public string? State { get; init; }
        public string? PolicyId { get; init; }
        public string? After { get; init; }
        public string? Take { get; init; }

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
