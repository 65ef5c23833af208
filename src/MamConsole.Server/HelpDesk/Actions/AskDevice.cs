using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.OneOffs;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>Asks a device for something once, at its next call. Asking for what is asked already asks nothing more.</summary>
internal sealed class AskDevice(DeviceAct act, CompilerOptions options, AuditTrail audit, TimeProvider time)
{
    /// <summary>The longest idempotency key.</summary>
    public const int LongestKey = 200;

    private static readonly TimeSpan UsualLog = TimeSpan.FromDays(7);

    /// <returns>The request as it stands, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>, <see cref="RequestInvalid"/>, <see cref="IdempotencyKeyReused"/>, <see cref="TooManyRequests"/>.</returns>
    public Task<Outcome<DeviceRequest>> ExecuteAsync(
        Administrator who,
        string deviceId,
        AskRequest request,
        string? idempotencyKey,
        CancellationToken ct
    ) =>
        act.RunAsync<DeviceRequest>(
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

                var isWhole = request is { Kind: RequestKind.ReadNodes, LocUris: null or [] };
                var command = CommandOf(request, now);
                var known = await CommandQueue.OpenOrNamedAsync(tx, device.Key, idempotencyKey);
                if (idempotencyKey is not null && known.FirstOrDefault(c => c.IdempotencyKey == idempotencyKey) is { } named)
                {
                    return IsSame(named.Command, command) ? DeviceRequest.Of(named, who, now) : new IdempotencyKeyReused();
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
                    return DeviceRequest.Of(waiting, who, now);
                }

                if (known.Count(c => c.State < CommandState.Answered) >= CommandQueue.MaximumOpen)
                {
                    return new TooManyRequests(CommandQueue.MaximumOpen);
                }

                var added = await AddAsync(tx, audit, who, device, command, now, idempotencyKey);
                return DeviceRequest.Of(added, who, now);
            },
            ct
        );

    /// <summary>Queues a command and tells the audit trail.</summary>
    internal static async Task<DeviceCommand> AddAsync(
        Transaction tx,
        AuditTrail audit,
        Administrator who,
        EnrolledDevice device,
        OneOffCommand command,
        DateTimeOffset now,
        string? idempotencyKey
    )
    {
        var added = new DeviceCommand
        {
            Id = Guid.CreateVersion7(now).ToString("D"),
            Command = command,
            State = CommandState.Queued,
            AskedById = who.ObjectId,
            AskedBy = who.Name,
            AskedAt = now,
            ExpiresAt = now + (command is OneOffCommand.Unenroll ? DeviceCommand.UnenrollLifetime : DeviceCommand.Lifetime),
            IdempotencyKey = idempotencyKey,
        };
        await CommandQueue.AddAsync(tx, device.Key, added);
        var nodes = command is OneOffCommand.ReadNodes read ? read.LocUris : [];
        await audit.Append(
            tx,
            new AuditEvent.DeviceAsked(device.Id, device.DeviceName, device.Upn, added.Id, RequestWords.Asked(command), nodes)
            {
                Actor = who.AsActor(),
            }
        );
        return added;
    }

    private RequestInvalid? Faults(AskRequest request, string? idempotencyKey, DateTimeOffset now) =>
        idempotencyKey is { Length: 0 or > LongestKey }
            ? new RequestInvalid($"An Idempotency-Key has 1 to {LongestKey} characters.")
            : request.Kind switch
            {
                RequestKind.Unenroll => new RequestInvalid("A PC is asked to leave by retiring it."),
                RequestKind.RetrieveLogs when request.Since > now => new RequestInvalid("A log begins in the past."),
                RequestKind.ReadNodes when request.LocUris?.Count > OneOffPlan.MaximumNodes => new RequestInvalid(
                    $"Ask for {OneOffPlan.MaximumNodes} nodes at most."
                ),
                RequestKind.ReadNodes
                    when request.LocUris?.FirstOrDefault(uri => !ReadableNodes.Contains(uri, options.Fill)) is { } unknown =>
                    new RequestInvalid(
                        $"{(unknown.Length <= 200 ? unknown : unknown[..200] + "…")} is no node that a MAM server may read. Write it complete, with this server’s names in it."
                    ),
                RequestKind.ReadNodes or RequestKind.RetrieveLogs or RequestKind.VerifyHealth => null,
                _ => new RequestInvalid("This kind of request is not known."),
            };

    private OneOffCommand CommandOf(AskRequest request, DateTimeOffset now) =>
        request.Kind switch
        {
            RequestKind.RetrieveLogs => new OneOffCommand.RetrieveLogs(request.Since?.ToInstant() ?? now - UsualLog, now),
            RequestKind.VerifyHealth => new OneOffCommand.VerifyHealth(),
            _ => new OneOffCommand.ReadNodes(
                (request.LocUris is { Count: > 0 } some ? some.Select(uri => ReadableNodes.Find(uri, options.Fill)!) : ReadableNodes.Now)
                    .Distinct(StringComparer.Ordinal)
                    .ToValueList()
            ),
        };

    /// <summary>A log's times move with the clock: asking for it twice is asking once.</summary>
    private static bool IsSame(OneOffCommand one, OneOffCommand other) =>
        one == other || (one is OneOffCommand.RetrieveLogs && other is OneOffCommand.RetrieveLogs);
}
