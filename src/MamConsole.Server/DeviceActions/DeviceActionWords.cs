using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Server.Ui;

namespace MamConsole.Server.DeviceActions;

/// <summary>What was asked of a PC and what it said, in words.</summary>
internal static class DeviceActionWords
{
    /// <summary>As the head of a line.</summary>
    public static string Title(DeviceActionCommand command) =>
        command.Match(
            read =>
                read.LocUris.SequenceEqual(ReadableNodes.Now) ? "Read now"
                : read.LocUris.Count == 1 ? $"Read {FactWords.LabelOf(read.LocUris[0])}"
                : $"Read {read.LocUris.Count} values",
            _ => "Leave",
            _ => "Get WIP log",
            _ => "Verify health"
        );

    /// <summary>Where it stands, in a sentence.</summary>
    public static string Progress(DeviceCommand command, DeviceActionState state, DateTimeOffset now) =>
        state switch
        {
            DeviceActionState.Queued => command.Attempts == 0
                ? "Goes out at the PC’s next check-in. “Sync” on the PC makes it check in at once."
                : $"Its session broke off. It goes out again at the next check-in ({command.Attempts} of "
                    + $"{DeviceCommand.MaximumAttempts} "
                    + "tries made).",
            DeviceActionState.Sent when command.Command is DeviceActionCommand.Unenroll => now - command.SentAt
            < DeviceCommand.UnenrollStaleAfter
                ? "The PC was told to leave. Its goodbye is awaited; many PCs leave without one."
                : "The PC was told to leave and is silent since. If it calls again it is told again, "
                    + $"{DeviceCommand.MaximumAttempts} "
                    + "times in all; then its calls are refused.",
            DeviceActionState.Sent =>
                "Sent; the PC has not answered yet. If its session broke off, it is asked again at the next check-in.",
            DeviceActionState.Answered => command.Command.Match(
                _ => Counted(command.Result),
                _ => "The PC left.",
                _ => Log(command.Result),
                _ => Health(command.Result)
            ),
            DeviceActionState.Expired => "The PC did not check in time.",
            DeviceActionState.Cancelled => "Taken back, or the enrollment ended first.",
            _ => command.Command switch
            {
                DeviceActionCommand.Unenroll =>
                    $"The PC was told {DeviceCommand.MaximumAttempts} times and stayed. Its calls are refused now.",
                _ when command.Result?.Nodes.FirstOrDefault(n => n is { Succeeded: false, Code: > 0 }) is { } rejected =>
                    $"The PC would not: it answered {Answer(rejected)}.",
                _ => "The PC never answered.",
            },
        };

    public static DeviceActionNode Node(NodeAnswer node, bool maySee) =>
        new(
            node.LocUri,
            FactWords.LabelOf(node.LocUri),
            node.Code,
            node.OriginalError,
            maySee ? node.Value : null,
            !maySee && node.Value is not null ? "for the roles HelpDesk, Publisher and Owner"
                : node.Value is not null ? FactWords.Words(node.LocUri, node.Value)
                : node.Code == 0 ? "no answer"
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
            ? $"The PC told {(returned == 1 ? "its value" : $"all {returned} values")}."
            : $"The PC told {returned} of {requested} values; what is missing is not available on it.";
    }

    private static string Log(DeviceActionResult? result)
    {
        var log = result?.Nodes.LastOrDefault(n => n.Value is not null);
        return log is null
            ? "The PC told no log."
            : $"The PC told its log: {log.Value!.Length:N0} characters{(log.IsCut ? ", of which the first are kept" : "")}.";
    }

    private static string Health(DeviceActionResult? result) =>
        result?.Nodes.FirstOrDefault(n => n.LocUri == HealthAttestationCsp.Status.Uri)?.Value?.Trim() switch
        {
            "0" => "The PC has not asked the attestation service yet. Ask again later.",
            "1" => "The PC is still asking the attestation service. Ask again later.",
            "2" => "The attestation service did not answer the PC.",
            "3" => "The PC’s evidence is here, for an attestation service to judge.",
            "5" or "6" or "7" or "8" or "9" => "The PC has no TPM that could prove how it started.",
            { } code => $"The attestation failed with the code {code}.",
            null => "The PC said nothing of its health.",
        };

    /// <summary>The state of a device action, with its mark.</summary>
    public static (StatusKind Kind, string Word) Of(DeviceActionState state) =>
        state switch
        {
            DeviceActionState.Queued => (StatusKind.Unknown, "Waits"),
            DeviceActionState.Sent => (StatusKind.Unknown, "Sent"),
            DeviceActionState.Answered => (StatusKind.Ready, "Answered"),
            DeviceActionState.Expired => (StatusKind.Attention, "Expired"),
            DeviceActionState.Cancelled => (StatusKind.Cannot, "Cancelled"),
            _ => (StatusKind.Failed, "Failed"),
        };
}
