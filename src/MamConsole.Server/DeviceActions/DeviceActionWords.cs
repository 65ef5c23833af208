using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Server.Ui;

namespace MamConsole.Server.DeviceActions;

/// <summary>Describes device actions and their results as text.</summary>
internal static class DeviceActionWords
{
    /// <summary>The title of an action.</summary>
    public static string Title(DeviceActionCommand command) =>
        command.Match(
            read =>
                read.LocUris.SequenceEqual(ReadableNodes.Now) ? "Read now"
                : read.LocUris.Count == 1 ? $"Read {FactWords.LabelOf(read.LocUris[0])}"
                : $"Read {Plural.Of(read.LocUris.Count, "value")}",
            _ => "Unenroll",
            _ => "Get WIP log",
            _ => "Verify health"
        );

    /// <summary>The progress of an action, in a sentence.</summary>
    public static string Progress(DeviceCommand command, DeviceActionState state, DateTimeOffset now) =>
        state switch
        {
            DeviceActionState.Queued => command.Attempts == 0
                ? "It is sent at the PC’s next check-in. “Sync” on the PC starts a check-in immediately."
                : $"The session was interrupted. It is sent again at the next check-in ({command.Attempts} of "
                    + $"{DeviceCommand.MaximumAttempts} "
                    + "attempts made).",
            DeviceActionState.Sent when command.Command is DeviceActionCommand.Unenroll => now - command.SentAt
            < DeviceCommand.UnenrollStaleAfter
                ? "The PC was sent the Unenroll command. Its final alert is pending; many PCs unenroll without one."
                : "The PC was sent the Unenroll command and was not seen since. If it checks in again, the command is sent again, "
                    + $"{DeviceCommand.MaximumAttempts} "
                    + "times in total; then its requests are rejected.",
            DeviceActionState.Sent =>
                "Sent; the PC has not responded yet. If the session was interrupted, the action is sent again at the next check-in.",
            DeviceActionState.Answered => command.Command.Match(
                _ => Counted(command.Result),
                _ => "The PC unenrolled.",
                _ => Log(command.Result),
                _ => Health(command.Result)
            ),
            DeviceActionState.Expired => "The PC did not check in time.",
            DeviceActionState.Cancelled => "Canceled, or the enrollment ended first.",
            _ => command.Command switch
            {
                DeviceActionCommand.Unenroll =>
                    $"The PC was sent the Unenroll command {DeviceCommand.MaximumAttempts} times and is still enrolled. "
                        + "Its requests are now rejected.",
                _ when command.Result?.Nodes.FirstOrDefault(n => n is { Succeeded: false, Code: > 0 }) is { } rejected =>
                    $"The PC rejected the action with {Answer(rejected)}.",
                _ => "The PC did not respond.",
            },
        };

    public static DeviceActionNode Node(NodeAnswer node, bool maySee) =>
        new(
            node.LocUri,
            FactWords.LabelOf(node.LocUri),
            node.Code,
            node.OriginalError,
            maySee ? node.Value : null,
            !maySee && node.Value is not null ? "visible to the roles HelpDesk, Publisher and Owner"
                : node.Value is not null ? FactWords.Words(node.LocUri, node.Value)
                : node.Code == 0 ? "no response"
                : node.Succeeded ? "done"
                : node.Code == 404 ? "not available"
                : Answer(node),
            node.IsCut
        );

    private static string Answer(NodeAnswer node) =>
        node.OriginalError is null ? $"status {node.Code}" : $"status {node.Code}, Windows error {node.OriginalError}";

    private static string Counted(DeviceActionResult? result)
    {
        var returned = result?.Nodes.Count(n => n.Value is not null) ?? 0;
        var requested = result?.Nodes.Count ?? 0;
        return returned == requested
            ? $"The PC returned {(returned == 1 ? "the value" : $"all {returned} values")}."
            : $"The PC returned {returned} of {requested} values; the others are not available on it.";
    }

    private static string Log(DeviceActionResult? result)
    {
        var log = result?.Nodes.LastOrDefault(n => n.Value is not null);
        return log is null
            ? "The PC returned no log."
            : $"The PC returned its log: {log.Value!.Length:N0} characters{(log.IsCut ? ", of which only the first are stored" : "")}.";
    }

    private static string Health(DeviceActionResult? result) =>
        result?.Nodes.FirstOrDefault(n => n.LocUri == HealthAttestationCsp.Status.Uri)?.Value?.Trim() switch
        {
            "0" => "The PC has not contacted the attestation service yet. Try again later.",
            "1" => "The PC is waiting for the attestation service. Try again later.",
            "2" => "The attestation service did not respond to the PC.",
            "3" => "The PC returned its evidence, which an attestation service can verify.",
            "5" or "6" or "7" or "8" or "9" => "The PC has no TPM that can attest how it started.",
            { } code => $"The attestation failed with the code {code}.",
            null => "The PC returned no health data.",
        };

    /// <summary>The badge of an action's state.</summary>
    public static (StatusKind Kind, string Word) Of(DeviceActionState state) =>
        state switch
        {
            DeviceActionState.Queued => (StatusKind.Unknown, "Pending"),
            DeviceActionState.Sent => (StatusKind.Unknown, "Sent"),
            DeviceActionState.Answered => (StatusKind.Ready, "Completed"),
            DeviceActionState.Expired => (StatusKind.Attention, "Expired"),
            DeviceActionState.Cancelled => (StatusKind.Cannot, "Canceled"),
            _ => (StatusKind.Failed, "Failed"),
        };
}
