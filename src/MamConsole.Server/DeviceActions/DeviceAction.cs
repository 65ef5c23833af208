using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.DeviceActions;

/// <summary>A device action with its result.</summary>
public sealed record DeviceAction
{
    public required string Id { get; init; }
    public required DeviceActionKind Kind { get; init; }
    public required DeviceActionState State { get; init; }

    /// <summary>The title, such as "Read now".</summary>
    public required string Title { get; init; }

    /// <summary>The progress, in a sentence.</summary>
    public required string Words { get; init; }
    public required string RequestedBy { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the action expires if the PC does not check in.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How many times the action was sent.</summary>
    public required int Attempts { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public required IReadOnlyList<DeviceActionNode> Nodes { get; init; }

    /// <summary>Whether the action can still be canceled.</summary>
    public bool IsOpen => State is DeviceActionState.Queued or DeviceActionState.Sent;

    internal static DeviceAction Of(DeviceCommand command, Administrator who, DateTimeOffset now)
    {
        var state = command.State switch
        {
            // The stored state changes at the device's next check-in, or never when the device does not check in again.
            CommandState.Queued when command.ExpiresAt <= now => DeviceActionState.Expired,
            CommandState.Queued => DeviceActionState.Queued,
            CommandState.Sent => DeviceActionState.Sent,
            CommandState.Answered => DeviceActionState.Answered,
            CommandState.Expired => DeviceActionState.Expired,
            CommandState.Cancelled => DeviceActionState.Cancelled,
            _ => DeviceActionState.Failed,
        };
        return new DeviceAction
        {
            Id = command.Id,
            Kind = command.Command.Match(
                _ => DeviceActionKind.ReadNodes,
                _ => DeviceActionKind.Unenroll,
                _ => DeviceActionKind.RetrieveLogs,
                _ => DeviceActionKind.VerifyHealth
            ),
            State = state,
            Title = DeviceActionWords.Title(command.Command),
            Words = DeviceActionWords.Progress(command, state, now),
            RequestedBy = command.RequestedBy,
            RequestedAt = command.RequestedAt,
            ExpiresAt = command.ExpiresAt,
            SentAt = command.SentAt,
            Attempts = command.Attempts,
            EndedAt = command.EndedAt,
            Nodes = [.. (command.Result?.Nodes ?? []).Select(n => DeviceActionWords.Node(n, MaySee(command.Command, who)))],
        };
    }

    /// <summary>A log contains names of files and people, so it is shown only to roles that may request it.</summary>
    private static bool MaySee(DeviceActionCommand command, Administrator who) =>
        command is not DeviceActionCommand.RetrieveLogs || who.Can(Ability.OperateDevices);
}
