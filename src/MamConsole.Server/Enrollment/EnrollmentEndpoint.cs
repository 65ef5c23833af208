using System.Data.Common;
using System.Diagnostics;
using System.Net;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.DeviceRequests;
using MamConsole.Server.Outcomes;
using MamConsole.Server.TermsOfUse;

namespace MamConsole.Server.Enrollment;

/// <summary>
/// <c>POST /mam/enroll</c>: the "MAM discovery URL" that is entered in Entra (docs/reference/protocol.md §1.3 to §1.6). Every response has
/// a Content-Length, because the enrollment client does not support chunked encoding. All faults are sent with one HTTP status; with 500, a
/// client that cannot parse a fault still detects the failure.
/// </summary>
internal sealed partial class EnrollmentEndpoint(
    EnrollDevice enroll,
    DeviceTokenValidator validator,
    DeviceMaintenance maintenance,
    EnrollmentOptions options,
    EnrollmentRecord record,
    EnrollmentMetrics metrics,
    TimeProvider time,
    ILogger<EnrollmentEndpoint> logger
)
{
    private const string MediaType = "application/soap+xml; charset=utf-8";

    /// <summary>
    /// In bytes. Regular requests have a few KB; a request with a token that is far too long must still receive the fault for it.
    /// </summary>
    private const int MaximumBody = 512 * 1024;

    /// <summary>The response and its outcome for the metric.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Body">The whole SOAP envelope.</param>
    /// <param name="Outcome">For the metric: <c>Enrolled</c>, <c>Repeated</c> or the fault's name.</param>
    /// <param name="Fault">The fault of a rejected request; null when it was accepted.</param>
    /// <param name="Enrolled">The ID of the new enrollment; null when none was created.</param>
    private sealed record Answer(int Status, byte[] Body, string Outcome, EnrollmentFault? Fault = null, string? Enrolled = null);

    public async Task HandleAsync(HttpContext context)
    {
        var began = time.GetTimestamp();
        using var span = EnrollmentTracing.Source.StartActivity(EnrollmentTracing.Request);
        if (await DeviceHttp.ReadAsync(context, MaximumBody) is not { } body)
        {
            return;
        }

        var answer = await AnswerAsync(body, context.Connection.RemoteIpAddress, began, context.RequestAborted);
        metrics.Answered(answer.Outcome);
        if (answer.Fault is { } fault)
        {
            context.MarkRejected(KindOf(fault));
        }

        // The fault's name is more specific than "Rejected".
        span?.SetTag(DeviceTracing.Outcome, answer.Outcome);

        if (answer.Fault == EnrollmentFault.InMaintenance)
        {
            context.Response.Headers.RetryAfter = DeviceMaintenance.RetryAfter;
        }

        await DeviceHttp.WriteAsync(context, answer.Status, MediaType, answer.Body);
    }

    private async Task<Answer> AnswerAsync(ReadOnlyMemory<byte> body, IPAddress? from, long began, CancellationToken ct)
    {
        // Windows stores it in its registry, so that the help desk can find the log entry.
        var trace = EnrollmentTracing.TraceOf(Activity.Current);
        var relatesTo = "";
        try
        {
            var request = EnrollmentRequestReader.Read(body);
            relatesTo = request.MessageId;
            if (maintenance.IsOn)
            {
                return Reject(
                    EnrollmentFault.InMaintenance,
                    "maintenance is on",
                    "The server is in maintenance. Try again later.",
                    trace,
                    relatesTo
                );
            }

            var answer = await ValidateTokenAsync(request, from, trace, ct);
            if (answer.Enrolled is { } id)
            {
                using var span = EnrollmentTracing.Source.StartActivity(EnrollmentTracing.Record);
                await record.WriteAsync(id, body, answer.Body, began, ct);
            }

            return answer;
        }
        catch (EnrollmentFormatException malformed)
        {
            return Reject(
                malformed.Fault,
                LogText.OneLine(malformed.Message),
                "This enrollment request is invalid or not supported.",
                trace,
                malformed.MessageId
            );
        }
        catch (DbException error)
        {
            Activity.Current?.MarkFailed(error);
            Log.Failed(logger, error, trace);
            return Fault(EnrollmentFault.EnrollmentServer, "The server cannot enroll at the moment. Try again later.", trace, relatesTo);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A bug: Windows shows a bare HTTP error to its user unless the response contains a fault.
            Activity.Current?.MarkFailed(error);
            Log.Failed(logger, error, trace);
            return Fault(EnrollmentFault.InternalServiceFault, "An internal error occurred. Ask your help desk.", trace, relatesTo);
        }
    }

    private async Task<Answer> ValidateTokenAsync(EnrollmentRequest request, IPAddress? from, Guid trace, CancellationToken ct) =>
        await CheckTokenAsync(request.Token, from, ct) switch
        {
            DeviceTokenResult.Accepted accepted => (await enroll.ExecuteAsync(accepted.Identity, request, ct)).Match(
                grant => Granted(request, grant, trace),
                problem => Reject(FaultOf(problem), ReasonOf(problem), problem.Message, trace, request.MessageId)
            ),
            DeviceTokenResult.Unavailable unavailable => Reject(
                EnrollmentFault.EnrollmentServer,
                unavailable.Reason,
                "The sign-in cannot be validated at the moment. Try again later.",
                trace,
                request.MessageId
            ),
            DeviceTokenResult.Rejected rejected => Reject(
                EnrollmentFault.Authentication,
                rejected.Reason,
                "This sign-in was not accepted.",
                trace,
                request.MessageId
            ),
            _ => throw new InvalidOperationException("A token is accepted, rejected or cannot be validated."),
        };

    private async Task<DeviceTokenResult> CheckTokenAsync(string token, IPAddress? from, CancellationToken ct)
    {
        using var span = EnrollmentTracing.Source.StartActivity(EnrollmentTracing.ValidateToken);
        return await validator.ValidateAsync(token, from, ct);
    }

    private Answer Granted(EnrollmentRequest request, EnrollmentGrant grant, Guid trace)
    {
        var outcome = grant.Repeated ? "Repeated" : "Enrolled";
        var id = grant.Document.EntDMID!;
        Activity.Current?.SetTag(DeviceTracing.EnrollmentId, id);
        using var span = EnrollmentTracing.Source.StartActivity(EnrollmentTracing.Provision);
        Log.Granted(logger, outcome, id, trace);
        return new Answer(
            StatusCodes.Status200OK,
            EnrollmentResponseWriter.Write(request.MessageId, grant.Document, time.GetUtcNow()),
            outcome,
            Enrolled: grant.Repeated ? null : id
        );
    }

    private static EnrollmentFault FaultOf(Problem problem) =>
        problem switch
        {
            TooManyDevices => EnrollmentFault.DeviceCapReached,
            WindowsTooOld => EnrollmentFault.DeviceNotSupported,
            NotAppManagement => EnrollmentFault.NotSupported,
            EnrollmentBlocked or DeviceOwnedByAnotherUser or DeviceIdChanged or TermsNotAccepted or AcceptanceInvalid =>
                EnrollmentFault.Authorization,
            _ => EnrollmentFault.EnrollmentServer,
        };

    private static RejectionReason KindOf(EnrollmentFault fault) =>
        fault == EnrollmentFault.EnrollmentServer || fault == EnrollmentFault.InMaintenance ? RejectionReason.Outage
        : fault == EnrollmentFault.InternalServiceFault ? RejectionReason.Failure
        : fault == EnrollmentFault.Authentication ? RejectionReason.Token
        : fault.Subcode == EnrollmentFault.Authorization.Subcode ? RejectionReason.Forbidden
        : RejectionReason.Malformed;

    private static string ReasonOf(Problem problem) =>
        problem is AcceptanceInvalid invalid ? $"{problem.Kind}, {invalid.Reason}" : problem.Kind;

    private Answer Reject(EnrollmentFault fault, string reason, string words, Guid trace, string relatesTo)
    {
        Log.Rejected(logger, fault.ToString(), reason, trace);
        return Fault(fault, words, trace, relatesTo);
    }

    private Answer Fault(EnrollmentFault fault, string words, Guid trace, string relatesTo) =>
        new(options.FaultStatus, EnrollmentFaultWriter.Write(fault, words, trace, relatesTo), fault.ToString(), fault);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Rejected an enrollment with {Fault}: {Reason} (trace {Trace})")]
        public static partial void Rejected(ILogger logger, string fault, string reason, Guid trace);

        [LoggerMessage(2, LogLevel.Error, "An enrollment failed (trace {Trace})")]
        public static partial void Failed(ILogger logger, Exception error, Guid trace);

        [LoggerMessage(3, LogLevel.Information, "{Outcome}: {Enrollment} (trace {Trace})")]
        public static partial void Granted(ILogger logger, string outcome, string enrollment, Guid trace);
    }
}
