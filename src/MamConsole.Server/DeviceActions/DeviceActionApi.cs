using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Devices;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>
/// The REST API of device actions (docs/reference/contract.md §3). It maps HTTP to use cases and contains no other logic.
/// </summary>
internal static class DeviceActionApi
{
    private const string KeyHeader = "Idempotency-Key";

    private static readonly HeaderParameter IdempotencyKey = new(
        KeyHeader,
        "Makes it safe to send the request again: the same key with the same body for the same device returns the same action. A "
            + "key is stored as long as its action."
    )
    {
        MaximumLength = QueueDeviceAction.MaximumKeyLength,
        Example = "3f0c2b1a-5a0e-4f55-9d39-0d7c6a1be2aa",
    };

    public static void MapDeviceActions(this IEndpointRouteBuilder endpoints)
    {
        var device = endpoints
            .MapGroup($"{DeviceApi.Root}/{{deviceId}}")
            .WithTags("Device actions")
            .RequireAuthorization(AccessPolicies.Api)
            .CanFail<NotFound>();
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
            .Describe(
                "SetDeviceRing",
                Ability.OperateDevices,
                "Assigns a device to a ring.",
                "Policies can be assigned to rings, so the device may get another policy at its next check-in."
            )
            .CanFail<RingInvalid>()
            .CanFail<EnrollmentEnded>()
            .ReadsJson<RingRequest>()
            .Produces<RingRequest>();

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
            .Describe(
                "ReadUserGroups",
                Ability.OperateDevices,
                "Reads the groups of the device's user from Entra now.",
                "The server does the same on a schedule. `changed` in the response is true if the groups differ from those stored before."
            )
            .CanFail<EnrollmentEnded>()
            .CanFail<DirectoryUnavailable>()
            .CanFail<PersonNotInDirectory>()
            .Produces<GroupsRead>();
    }

    private static void MapCommands(RouteGroupBuilder device)
    {
        device
            .MapGet(
                "/commands",
                (HttpContext http, string deviceId, string? after, string? take, DeviceActionQueries queries, CancellationToken ct) =>
                    RunAsync(
                        http,
                        async who =>
                            QueryText.Read(take, "take", out long? size) is { } wrong
                                ? wrong
                                : await queries.ListAsync(
                                    who,
                                    deviceId,
                                    after,
                                    (int)Math.Clamp(size ?? 20, 1, DeviceActionQueries.MaximumTake),
                                    ct
                                )
                    )
            )
            .Describe(
                "ListDeviceActions",
                Ability.ReadDevices,
                "Lists the actions that were queued for a device, newest first.",
                "Long values are shortened in the list; a single action contains everything that is stored. Values of a log are shown "
                    + "only to roles that may queue actions."
            )
            .WithQuery(QueryParameter.After(), QueryParameter.Take(20, DeviceActionQueries.MaximumTake))
            .CanFail<PageKeyUnknown>()
            .Produces<DeviceActionPage>();

        device
            .MapGet(
                "/commands/{commandId}",
                (HttpContext http, string deviceId, string commandId, DeviceActionQueries queries, CancellationToken ct) =>
                    RunAsync(http, who => queries.GetAsync(who, deviceId, commandId, ct))
            )
            .Describe("GetDeviceAction", Ability.ReadDevices, "Gets one device action with its complete stored result.")
            .Produces<DeviceAction>();

        device
            .MapPost(
                "/commands",
                (HttpContext http, string deviceId, QueueDeviceAction queue, CancellationToken ct) =>
                    ApiRequest.RunAsync<DeviceActionRequest, DeviceAction>(
                        http,
                        (who, body) =>
                            queue.ExecuteAsync(
                                who,
                                deviceId,
                                body,
                                http.Request.Headers[KeyHeader] is [var key, ..] ? key ?? "" : null,
                                ct
                            ),
                        action => ApiJson.Created($"{DeviceApi.Root}/{deviceId}/commands/{action.Id}", action),
                        problem => ProblemResults.From(problem),
                        ct
                    )
            )
            .Describe(
                "QueueDeviceAction",
                Ability.OperateDevices,
                "Queues an action that the device runs at its next check-in.",
                "`kind` is `readNodes`, `retrieveLogs` or `verifyHealth`; a device is unenrolled by retiring it. An action that "
                    + "is queued already is not queued twice: "
                    + $"the response is the existing one. A device has at most {CommandQueue.MaximumOpen} pending actions."
            )
            .WithMetadata(IdempotencyKey)
            .CanFail<EnrollmentEnded>()
            .CanFail<DeviceActionInvalid>()
            .CanFail<IdempotencyKeyReused>()
            .CanFail<TooManyDeviceActions>()
            .AnswersWithLocation()
            .ReadsJson<DeviceActionRequest>()
            .Produces<DeviceAction>(StatusCodes.Status201Created);

        device
            .MapDelete(
                "/commands/{commandId}",
                (HttpContext http, string deviceId, string commandId, CancelDeviceAction cancel, CancellationToken ct) =>
                    RunAsync(http, who => cancel.ExecuteAsync(who, deviceId, commandId, ct))
            )
            .Describe(
                "CancelDeviceAction",
                Ability.OperateDevices,
                "Cancels a device action that has not ended.",
                "An action that was already sent to the device may still run there. Canceling an unenrollment requires the role `HelpDesk` "
                    + "or `Owner`."
            )
            .CanFail<EnrollmentEnded>()
            .CanFail<DeviceActionCompleted>()
            .Produces<DeviceAction>();
    }

    private static void MapStates(RouteGroupBuilder device)
    {
        device
            .MapPost(
                "/retry",
                (HttpContext http, string deviceId, RetryRejectedSettings retry, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => retry.ExecuteAsync(who, deviceId, ct),
                        count => ApiJson.Ok(new Retried(count)),
                        p => ProblemResults.From(p)
                    )
            )
            .Describe("RetryDeviceSettings", Ability.OperateDevices, "Sends the settings that a device rejected again.")
            .CanFail<EnrollmentEnded>()
            .CanFail<NothingRejected>()
            .Produces<Retried>();

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
            .Describe(
                "BlockDevice",
                Ability.RemoveDevices,
                "Blocks a device: its check-ins are rejected and it cannot enroll again.",
                "The body is optional; `reason` has 500 characters at most and is stored in the audit trail. Blocking a blocked "
                    + "device changes nothing."
            )
            .CanFail<EnrollmentEnded>()
            .CanFail<ReasonTooLong>()
            .ReadsJson<BlockRequest>(isOptional: true)
            .Produces<ActedAt>();

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
            .Describe(
                "UnblockDevice",
                Ability.RemoveDevices,
                "Unblocks a device.",
                "`wasBlocked` in the response states whether it was blocked."
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
            .Describe(
                "RetireDevice",
                Ability.RemoveDevices,
                "Unenrolls a device at its next check-in.",
                "Work files become unreadable when the policy revokes encryption keys on unenroll. `confirmation` repeats the "
                    + "device's name; `reason` has 500 characters at most."
            )
            .CanFail<EnrollmentEnded>()
            .CanFail<NameNotConfirmed>()
            .CanFail<ReasonTooLong>()
            .ReadsJson<RetireRequest>()
            .Produces<ActedAt>();

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
            .Describe(
                "ReleaseDevice",
                Ability.RemoveDevices,
                "Ends an enrollment on the server only, so that another person can enroll the device.",
                "The device is not contacted and keeps its settings until its work account is removed. `confirmation` repeats the "
                    + "device's name; `reason` has 500 characters at most."
            )
            .CanFail<EnrollmentEnded>()
            .CanFail<NameNotConfirmed>()
            .CanFail<ReasonTooLong>()
            .ReadsJson<ReleaseRequest>()
            .Produces<ActedAt>();
    }

    private static Task<IResult> RunAsync<T>(HttpContext http, Func<Administrator, Task<Outcome<T>>> use) =>
        ApiRequest.RunAsync(http, use, ApiJson.Ok, problem => ProblemResults.From(problem));
}
