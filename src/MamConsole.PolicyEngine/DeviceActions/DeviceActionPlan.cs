using System.Globalization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>Takes device actions through their messages. Pure: answers in, the next operations or the outcome out.</summary>
public static class DeviceActionPlan
{
    /// <summary>The maximum number of nodes that one action can read.</summary>
    public const int MaximumNodes = 32;

    /// <summary>The maximum number of characters stored of a value; a log may have <see cref="MaximumLog"/>.</summary>
    public const int MaximumValue = 16 * 1024;

    /// <summary>The maximum number of characters stored of a log.</summary>
    public const int MaximumLog = 1024 * 1024;

    /// <summary>HealthAttestation/Status: the evidence is ready to be read (docs/reference/device-reporting.md §4.1).</summary>
    private const string EvidenceReady = "3";

    /// <summary>Returns the operations of the first message.</summary>
    public static DeviceActionRun Begin(string id, DeviceActionCommand command, DeviceActionContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return DeviceActionRun.Of(
            id,
            command,
            0,
            command.Match<ValueList<NodeOperation>>(
                read => read.LocUris.Select(Get).ToValueList(),
                _ => [Unenroll(context)],
                logs =>
                    [
                        // Windows clears the filters after each read, so all of them are set each time, before the read and in one message.
                        Set(ReportingCsp.StartTime, Instant(logs.Since)),
                        Set(ReportingCsp.StopTime, Instant(logs.Until)),
                        Set(ReportingCsp.Type, ReportingCsp.Type.Write(0)),
                        Get(ReportingCsp.Logs.Uri),
                    ],
                _ => [new NodeOperation(NodeOperationVerb.Exec, HealthAttestationCsp.VerifyHealth.Uri)]
            ),
            []
        );
    }

    /// <summary>Records the device's answer to one of a run's operations. The first status and the first value count.</summary>
    public static DeviceActionRun ApplyAnswer(DeviceActionRun run, int operation, int? code, string? originalError, string? value)
    {
        ArgumentNullException.ThrowIfNull(run);
        var received = run.Received[operation];
        if (code is { } status && received.Code == 0)
        {
            received = received with { Code = status, OriginalError = originalError };
        }

        if (value is not null && received.Value is null)
        {
            var maximum = run.Command is DeviceActionCommand.RetrieveLogs ? MaximumLog : MaximumValue;
            received = received with { Value = value.Length <= maximum ? value : value[..maximum], IsCut = value.Length > maximum };
        }

        return run with
        {
            Received = run.Received.SetItem(operation, received),
        };
    }

    /// <summary>Determines the next step when the device has answered the message completely.</summary>
    public static DeviceActionOutcome Next(DeviceActionRun run, DeviceActionContext context)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(context);
        var earlier = run.Earlier.AddRange(run.Received);
        var result = new DeviceActionResult(earlier);
        return run.Command.Match(
            read =>
                earlier.Count < read.LocUris.Count ? GoesOn(read.LocUris.Skip(earlier.Count).Select(Get).ToValueList())
                : earlier.Any(h => h.Code != 0) ? Answered()
                : Failed(),
            _ => new DeviceActionOutcome.Delivered(result),
            _ => run.Received[^1] is { Succeeded: true, Value: not null } ? Answered() : Failed(),
            _ =>
                run.Stage switch
                {
                    0 => run.Received[0].Succeeded ? GoesOn([Get(HealthAttestationCsp.Status.Uri)]) : Failed(),
                    1 when run.Received[0].Value?.Trim() == EvidenceReady => GoesOn([
                        Set(HealthAttestationCsp.Nonce, context.Nonce()),
                        Get(HealthAttestationCsp.Certificate.Uri),
                        Get(HealthAttestationCsp.CorrelationId.Uri),
                    ]),
                    1 => run.Received[0].Value is null ? Failed() : Answered(),
                    _ => Answered(),
                }
        );

        DeviceActionOutcome Answered() => new DeviceActionOutcome.Answered(result);

        DeviceActionOutcome Failed() => new DeviceActionOutcome.Failed(result);

        DeviceActionOutcome GoesOn(ValueList<NodeOperation> operations) =>
            new DeviceActionOutcome.Continues(DeviceActionRun.Of(run.Id, run.Command, run.Stage + 1, operations, earlier));
    }

    private static NodeOperation Get(string locUri) => new(NodeOperationVerb.Get, locUri);

    private static NodeOperation Set(CspNode node, string value) =>
        new(NodeOperationVerb.Replace, node.Uri, node.Format == CspFormat.Int ? "int" : "chr", value);

    private static NodeOperation Unenroll(DeviceActionContext context) =>
        new(
            NodeOperationVerb.Exec,
            context.Node == UnenrollNode.Root
                ? DMClientCsp.RootUnenroll.Uri
                : DMClientCsp.Unenroll.Uri.Replace(
                    DMClientCsp.ProviderIdPlaceholder,
                    Uri.EscapeDataString(context.ProviderId),
                    StringComparison.Ordinal
                ),
            "chr",
            context.ProviderId
        );

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
