using MamConsole.PolicyEngine.OneOffs;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>Something that was asked of a PC once, with what came of it.</summary>
public sealed record DeviceRequest
{
    public required string Id { get; init; }
    public required RequestKind Kind { get; init; }
    public required RequestState State { get; init; }

    /// <summary>What was asked, in words: "Read now".</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands, in a sentence.</summary>
    public required string Words { get; init; }
    public required string AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Until when it waits for the PC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How often it was sent.</summary>
    public required int Attempts { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public required IReadOnlyList<RequestedNode> Nodes { get; init; }

    /// <summary>Whether it can still be taken back.</summary>
    public bool IsOpen => State is RequestState.Queued or RequestState.Sent;

    internal static DeviceRequest Of(DeviceCommand command, Administrator who, DateTimeOffset now)
    {
        var state = command.State switch
        {
            // The row says so at the device's next call, or never, if it never calls.
            CommandState.Queued when command.ExpiresAt <= now => RequestState.Expired,
            CommandState.Queued => RequestState.Queued,
            CommandState.Sent => RequestState.Sent,
            CommandState.Answered => RequestState.Answered,
            CommandState.Expired => RequestState.Expired,
            CommandState.Cancelled => RequestState.Cancelled,
            _ => RequestState.Failed,
        };
        return new DeviceRequest
        {
            Id = command.Id,
            Kind = command.Command.Match(
                _ => RequestKind.ReadNodes,
                _ => RequestKind.Unenroll,
                _ => RequestKind.RetrieveLogs,
                _ => RequestKind.VerifyHealth
            ),
            State = state,
            Title = RequestWords.Title(command.Command),
            Words = RequestWords.Standing(command, state, now),
            AskedBy = command.AskedBy,
            AskedAt = command.AskedAt,
            ExpiresAt = command.ExpiresAt,
            SentAt = command.SentAt,
            Attempts = command.Attempts,
            EndedAt = command.EndedAt,
            Nodes = [.. (command.Result?.Nodes ?? []).Select(n => RequestWords.Node(n, MaySee(command.Command, who)))],
        };
    }

    /// <summary>A log names files and people: it is for those who may ask for it.</summary>
    private static bool MaySee(OneOffCommand command, Administrator who) =>
        command is not OneOffCommand.RetrieveLogs || who.Can(Ability.OperateDevices);
}
