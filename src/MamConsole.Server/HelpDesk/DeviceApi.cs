using MamConsole.Server.Access;

namespace MamConsole.Server.HelpDesk;

/// <summary>The REST API of devices (contract.md §3).</summary>
internal static class DeviceApi
{
    public const string Root = "/api/v1/devices";

    public static void MapDevices(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(Root).WithTags("Devices").RequireAuthorization(AccessPolicies.Api).ProducesProblem(StatusCodes.Status403Forbidden);

        api.MapGet("/", (HttpContext http, DeviceQueries queries, string? search, DeviceState? state, string? policyId, string? after, int? take, CancellationToken ct) =>
                RunAsync(http, who => queries.ListAsync(
                    who, new DeviceFilter { Search = search, State = state, PolicyId = policyId, After = after, Take = take ?? 50 }, ct)))
            .Produces<DevicePage>();

        api.MapGet("/{deviceId}", (HttpContext http, string deviceId, DeviceQueries queries, CancellationToken ct) => RunAsync(http, who => queries.GetAsync(who, deviceId, ct)))
            .Produces<DeviceDetail>().ProducesProblem(StatusCodes.Status404NotFound);

        api.MapGet("/{deviceId}/settings", (HttpContext http, string deviceId, DeviceQueries queries, CancellationToken ct) =>
                ApiRequest.RunAsync(http, who => queries.GetAsync(who, deviceId, ct), device => ApiJson.Ok(new DeviceSettings(device.Settings, device.Exceptions)), p => ProblemResults.From(p)))
            .Produces<DeviceSettings>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> RunAsync<T>(HttpContext http, Func<Administrator, Task<Outcome<T>>> query) =>
        ApiRequest.RunAsync(http, query, value => ApiJson.Ok(value), p => ProblemResults.From(p));
}

/// <summary>What one device should have and has.</summary>
public sealed record DeviceSettings(IReadOnlyList<SettingState> Settings, IReadOnlyList<ExceptionState> Exceptions);
