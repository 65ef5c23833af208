using System.Globalization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.OneOffs;

/// <summary>Leads one-off commands through their messages. Pure: answers in, the next question or the outcome out.</summary>
public static class OneOffPlan
{
    /// <summary>Nodes that one command may read.</summary>
    public const int MaximumNodes = 32;

    /// <summary>Characters that are kept of a value; a log may have <see cref="MaximumLog"/>.</summary>
    public const int MaximumValue = 16 * 1024;

    /// <summary>Characters that are kept of a log.</summary>
    public const int MaximumLog = 1024 * 1024;

    /// <summary>HealthAttestation/Status: the evidence waits to be fetched (device-reporting.md §4.1).</summary>
    private const string EvidenceReady = "3";

    /// <summary>The first message's part.</summary>
    public static OneOffRun Begin(string id, OneOffCommand command, OneOffContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return OneOffRun.Of(
            id,
            command,
            0,
            command.Match<ValueList<OneOffAsk>>(
                read => read.LocUris.Select(Get).ToValueList(),
                _ => [Leave(context)],
                logs =>
                    [
                        // The filters are forgotten after each read, so all of them are set each time, before it and in one message.
                        Set(ReportingCsp.StartTime, Instant(logs.Since)),
                        Set(ReportingCsp.StopTime, Instant(logs.Until)),
                        Set(ReportingCsp.Type, ReportingCsp.Type.Write(0)),
                        Get(ReportingCsp.Logs.Uri),
                    ],
                _ => [new OneOffAsk(AskVerb.Exec, HealthAttestationCsp.VerifyHealth.Uri)]
            ),
            []
        );
    }

    /// <summary>Takes in what the device said about one of a run's asks. The first status counts, and the first value.</summary>
    public static OneOffRun Hear(OneOffRun run, int ask, int? code, string? originalError, string? value)
    {
        ArgumentNullException.ThrowIfNull(run);
        var heard = run.Heard[ask];
        if (code is { } status && heard.Code == 0)
        {
            heard = heard with { Code = status, OriginalError = originalError };
        }

        if (value is not null && heard.Value is null)
        {
            var longest = run.Command is OneOffCommand.RetrieveLogs ? MaximumLog : MaximumValue;
            heard = heard with { Value = value.Length <= longest ? value : value[..longest], IsCut = value.Length > longest };
        }

        return run with
        {
            Heard = run.Heard.SetItem(ask, heard),
        };
    }

    /// <summary>What follows once the device has said all that it will say about the message.</summary>
    public static OneOffOutcome Next(OneOffRun run, OneOffContext context)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(context);
        var told = run.Told.AddRange(run.Heard);
        var result = new OneOffResult(told);
        return run.Command.Match(
            read =>
                told.Count < read.LocUris.Count ? GoesOn(read.LocUris.Skip(told.Count).Select(Get).ToValueList())
                : told.Any(h => h.Code != 0) ? Answered()
                : Failed(),
            _ => new OneOffOutcome.Delivered(result),
            _ => run.Heard[^1] is { Succeeded: true, Value: not null } ? Answered() : Failed(),
            _ =>
                run.Stage switch
                {
                    0 => run.Heard[0].Succeeded ? GoesOn([Get(HealthAttestationCsp.Status.Uri)]) : Failed(),
                    1 when run.Heard[0].Value?.Trim() == EvidenceReady => GoesOn([
                        Set(HealthAttestationCsp.Nonce, context.Nonce()),
                        Get(HealthAttestationCsp.Certificate.Uri),
                        Get(HealthAttestationCsp.CorrelationId.Uri),
                    ]),
                    1 => run.Heard[0].Value is null ? Failed() : Answered(),
                    _ => Answered(),
                }
        );

        OneOffOutcome Answered() => new OneOffOutcome.Answered(result);

        OneOffOutcome Failed() => new OneOffOutcome.Failed(result);

        OneOffOutcome GoesOn(ValueList<OneOffAsk> asks) =>
            new OneOffOutcome.GoesOn(OneOffRun.Of(run.Id, run.Command, run.Stage + 1, asks, told));
    }

    private static OneOffAsk Get(string locUri) => new(AskVerb.Get, locUri);

    private static OneOffAsk Set(CspNode node, string value) =>
        new(AskVerb.Replace, node.Uri, node.Format == CspFormat.Int ? "int" : "chr", value);

    private static OneOffAsk Leave(OneOffContext context) =>
        new(
            AskVerb.Exec,
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
