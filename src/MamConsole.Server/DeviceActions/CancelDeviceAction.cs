using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.DeviceActions;

/// <summary>Cancels a device action. If it was already sent, the PC may still run it; its response is then ignored.</summary>
internal sealed class CancelDeviceAction(DeviceOperation operation, CommandQueue queue, AuditTrail audit, TimeProvider time)
{
    /// <returns>The canceled action, or <see cref="NotAllowed"/>, <see cref="NotFound"/>, <see cref="EnrollmentEnded"/>,
    /// <see cref="DeviceActionCompleted"/>.</returns>
    public Task<Outcome<DeviceAction>> ExecuteAsync(Administrator who, string deviceId, string requestId, CancellationToken ct) =>
        operation.RunAsync<DeviceAction>(
            who,
            Ability.OperateDevices,
            deviceId,
            async (tx, device) =>
            {
                if (await queue.FindAsync(device.Key, requestId, ct) is not { } command)
                {
                    return new NotFound("This device action");
                }

                // Canceling an unenrollment requires the same permission as retiring a PC.
                if (command.Command is DeviceActionCommand.Unenroll && who.Lacks(Ability.RemoveDevices) is { } lacks)
                {
                    return lacks;
                }

                var now = time.GetInstant();
                if (!await CommandQueue.EndAsync(tx, command.Id, CommandState.Cancelled, null, now))
                {
                    return new DeviceActionCompleted();
                }

                if (command.Command is DeviceActionCommand.Unenroll)
                {
                    await DeviceBlocks.SetRetiringAsync(tx, device.Key, null);
                }

                await audit.Append(
                    tx,
                    new AuditEvent.DeviceActionCancelled(device.Id, device.DeviceName, device.Upn, command.Id, command.Command)
                    {
                        Actor = who.AsActor(),
                    }
                );
                return DeviceAction.Of(command with { State = CommandState.Cancelled, EndedAt = now }, who, now);
            },
            ct
        );
}
