using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceActions;

/// <summary>Queues an action for a device's next check-in. An action that is already queued is not queued again.</summary>
internal sealed class QueueDeviceAction(DeviceOperation operation, CompilerOptions options, AuditTrail audit, TimeProvider time)
{
    /// <summary>The maximum length of an idempotency key, in characters.</summary>
    public const int MaximumKeyLength = 200;

    private static readonly TimeSpan UsualLog = TimeSpan.FromDays(7);

    /// <returns>The queued or existing action, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>,
    /// <see cref="DeviceActionInvalid"/>, <see cref="IdempotencyKeyReused"/>, <see cref="TooManyDeviceActions"/>.</returns>
    public Task<Outcome<DeviceAction>> ExecuteAsync(
        Administrator who,
        string deviceId,
        DeviceActionRequest request,
        string? idempotencyKey,
        CancellationToken ct
    ) =>
        operation.RunAsync<DeviceAction>(
            who,
            Ability.OperateDevices,
            deviceId,
            async (tx, device) =>
            {
                var now = time.GetInstant();
                if (Faults(request, idempotencyKey, now) is { } invalid)
                {
                    return invalid;
                }

                var isWhole = request is { Kind: DeviceActionKind.ReadNodes, LocUris: null or [] };
                var command = CommandOf(request, now);
                var known = await CommandQueue.OpenOrNamedAsync(tx, device.Key, idempotencyKey);
                if (idempotencyKey is not null && known.FirstOrDefault(c => c.IdempotencyKey == idempotencyKey) is { } named)
                {
                    return IsSame(named.Command, command) ? DeviceAction.Of(named, who, now) : new IdempotencyKeyReused();
                }

                if (isWhole)
                {
                    await tx.ExecuteAsync("UPDATE device_state SET next_read = 0 WHERE enrollment_key = @Key", new { device.Key });
                }

                if (
                    known.FirstOrDefault(c => c.State == CommandState.Queued && c.ExpiresAt > now && IsSame(c.Command, command)) is
                    { } waiting
                )
                {
                    return DeviceAction.Of(waiting, who, now);
                }

                if (known.Count(c => c.State < CommandState.Answered) >= CommandQueue.MaximumOpen)
                {
                    return new TooManyDeviceActions(CommandQueue.MaximumOpen);
                }

                var added = await AddAsync(tx, audit, who, device, command, now, idempotencyKey);
                return DeviceAction.Of(added, who, now);
            },
            ct
        );

    /// <summary>Queues a command and writes the audit event.</summary>
    internal static async Task<DeviceCommand> AddAsync(
        Transaction tx,
        AuditTrail audit,
        Administrator who,
        EnrolledDevice device,
        DeviceActionCommand command,
        DateTimeOffset now,
        string? idempotencyKey
    )
    {
        var added = new DeviceCommand
        {
            Id = Guid.CreateVersion7(now).ToString("D"),
            Command = command,
            State = CommandState.Queued,
            RequestedById = who.ObjectId,
            RequestedBy = who.Name,
            RequestedAt = now,
            ExpiresAt = now + (command is DeviceActionCommand.Unenroll ? DeviceCommand.UnenrollLifetime : DeviceCommand.Lifetime),
            IdempotencyKey = idempotencyKey,
        };
        await CommandQueue.AddAsync(tx, device.Key, added);
        await audit.Append(
            tx,
            new AuditEvent.DeviceActionQueued(device.Id, device.DeviceName, device.Upn, added.Id, command) { Actor = who.AsActor() }
        );
        return added;
    }

    private DeviceActionInvalid? Faults(DeviceActionRequest request, string? idempotencyKey, DateTimeOffset now) =>
        idempotencyKey is { Length: 0 or > MaximumKeyLength }
            ? new DeviceActionInvalid($"An Idempotency-Key must have 1 to {MaximumKeyLength} characters.")
            : request.Kind switch
            {
                DeviceActionKind.Unenroll => new DeviceActionInvalid("To unenroll a PC, retire it."),
                DeviceActionKind.RetrieveLogs when request.Since > now => new DeviceActionInvalid(
                    "The start of the log must be in the past."
                ),
                DeviceActionKind.ReadNodes when request.LocUris?.Count > DeviceActionPlan.MaximumNodes => new DeviceActionInvalid(
                    $"Request at most {DeviceActionPlan.MaximumNodes} nodes."
                ),
                DeviceActionKind.ReadNodes
                    when request.LocUris?.FirstOrDefault(uri => !ReadableNodes.Contains(uri, options.Fill)) is { } unknown =>
                    new DeviceActionInvalid(
                        $"{(unknown.Length <= 200 ? unknown : unknown[..200] + "…")} is not a node that a MAM server may read. Send "
                            + "the complete LocURI, including the names that this server assigned."
                    ),
                DeviceActionKind.ReadNodes or DeviceActionKind.RetrieveLogs or DeviceActionKind.VerifyHealth => null,
                _ => new DeviceActionInvalid("This kind of device action is not supported."),
            };

    private DeviceActionCommand CommandOf(DeviceActionRequest request, DateTimeOffset now) =>
        request.Kind switch
        {
            DeviceActionKind.RetrieveLogs => new DeviceActionCommand.RetrieveLogs(request.Since?.ToInstant() ?? now - UsualLog, now),
            DeviceActionKind.VerifyHealth => new DeviceActionCommand.VerifyHealth(),
            _ => new DeviceActionCommand.ReadNodes(
                (request.LocUris is { Count: > 0 } some ? some.Select(uri => ReadableNodes.Find(uri, options.Fill)!) : ReadableNodes.Now)
                    .Distinct(StringComparer.Ordinal)
                    .ToValueList()
            ),
        };

    /// <summary>Whether two commands are the same. The start of a log depends on the current time, so it is not compared.</summary>
    private static bool IsSame(DeviceActionCommand left, DeviceActionCommand right) =>
        left == right || (left is DeviceActionCommand.RetrieveLogs && right is DeviceActionCommand.RetrieveLogs);
}
