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

/// <summary>Asks a device for something once, at its next check-in. Asking for what is asked already asks nothing more.</summary>
internal sealed class QueueDeviceAction(DeviceOperation operation, CompilerOptions options, AuditTrail audit, TimeProvider time)
{
    /// <summary>The longest idempotency key.</summary>
    public const int MaximumKeyLength = 200;

    private static readonly TimeSpan UsualLog = TimeSpan.FromDays(7);

    /// <returns>The request as it stands, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>,
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

    /// <summary>Queues a command and tells the audit trail.</summary>
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
            ? new DeviceActionInvalid($"An Idempotency-Key has 1 to {MaximumKeyLength} characters.")
            : request.Kind switch
            {
                DeviceActionKind.Unenroll => new DeviceActionInvalid("A PC is asked to leave by retiring it."),
                DeviceActionKind.RetrieveLogs when request.Since > now => new DeviceActionInvalid("A log begins in the past."),
                DeviceActionKind.ReadNodes when request.LocUris?.Count > DeviceActionPlan.MaximumNodes => new DeviceActionInvalid(
                    $"Ask for {DeviceActionPlan.MaximumNodes} nodes at most."
                ),
                DeviceActionKind.ReadNodes
                    when request.LocUris?.FirstOrDefault(uri => !ReadableNodes.Contains(uri, options.Fill)) is { } unknown =>
                    new DeviceActionInvalid(
                        $"{(unknown.Length <= 200 ? unknown : unknown[..200] + "…")} is no node that a MAM server may read. Write "
                            + "it complete, with this server’s names in it."
                    ),
                DeviceActionKind.ReadNodes or DeviceActionKind.RetrieveLogs or DeviceActionKind.VerifyHealth => null,
                _ => new DeviceActionInvalid("This kind of request is not known."),
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

    /// <summary>A log's times move with the clock: asking for it twice is asking once.</summary>
    private static bool IsSame(DeviceActionCommand left, DeviceActionCommand right) =>
        left == right || (left is DeviceActionCommand.RetrieveLogs && right is DeviceActionCommand.RetrieveLogs);
}
