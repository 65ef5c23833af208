using MamConsole.PolicyEngine.OneOffs;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>Takes a request back. What left for the PC already may still be done there; its answer is no longer waited for.</summary>
internal sealed class CancelRequest(DeviceAct act, CommandQueue queue, AuditTrail audit, TimeProvider time)
{
    /// <returns>The request as it stands then, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>, <see cref="RequestOver"/>.</returns>
    public Task<Outcome<DeviceRequest>> ExecuteAsync(Administrator who, string deviceId, string requestId, CancellationToken ct) =>
        act.RunAsync<DeviceRequest>(
            who,
            Ability.OperateDevices,
            deviceId,
            async (tx, device) =>
            {
                if (await queue.FindAsync(device.Key, requestId, ct) is not { } command)
                {
                    return new NotFound("This request");
                }

                // Who may not remove a PC may not keep one either.
                if (command.Command is OneOffCommand.Unenroll && who.Lacks(Ability.RemoveDevices) is { } lacks)
                {
                    return lacks;
                }

                var now = time.GetInstant();
                if (!await CommandQueue.EndAsync(tx, command.Id, CommandState.Cancelled, null, now))
                {
                    return new RequestOver();
                }

                if (command.Command is OneOffCommand.Unenroll)
                {
                    await DeviceBlocks.SetRetiringAsync(tx, device.Key, null);
                }

                await audit.Append(
                    tx,
                    new AuditEvent.DeviceRequestCancelled(
                        device.Id,
                        device.DeviceName,
                        device.Upn,
                        command.Id,
                        RequestWords.Asked(command.Command)
                    )
                    {
                        Actor = who.AsActor(),
                    }
                );
                return DeviceRequest.Of(command with { State = CommandState.Cancelled, EndedAt = now }, who, now);
            },
            ct
        );
}
