using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.DeviceActions;

/// <summary>Something that was asked of a PC once, with what came of it.</summary>
public sealed record DeviceAction
{
    public required string Id { get; init; }
    public required DeviceActionKind Kind { get; init; }
    public required DeviceActionState State { get; init; }

    /// <summary>What was asked, in words: "Read now".</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands, in a sentence.</summary>
    public required string Words { get; init; }
    public required string RequestedBy { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Until when it waits for the PC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How often it was sent.</summary>
    public required int Attempts { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public required IReadOnlyList<DeviceActionNode> Nodes { get; init; }

    /// <summary>Whether it can still be taken back.</summary>
    public bool IsOpen => State is DeviceActionState.Queued or DeviceActionState.Sent;

    internal static DeviceAction Of(DeviceCommand command, Administrator who, DateTimeOffset now)
    {
        var state = command.State switch
        {
            // The row says so at the device's next check-in, or never, if it never calls.
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

    /// <summary>A log names files and people: it is for those who may ask for it.</summary>
    private static bool MaySee(DeviceActionCommand command, Administrator who) =>
        command is not DeviceActionCommand.RetrieveLogs || who.Can(Ability.OperateDevices);
}
