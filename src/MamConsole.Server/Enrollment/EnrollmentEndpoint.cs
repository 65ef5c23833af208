using System.Globalization;
using MamConsole.Protocol;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Limits;
using MamConsole.Server.Access.Tokens;

namespace MamConsole.Server.Enrollment;

/// <summary>
/// <c>POST /mam/enroll</c>: the "MAM discovery URL" that is entered in Entra (protocol.md §1.3 to §1.6). Every answer carries its length:
/// the enrollment client takes no chunks. Faults leave with HTTP 500, so that a client that cannot read one still tells something.
/// </summary>
internal sealed partial class EnrollmentEndpoint(EnrollDevice enroll, DeviceTokenGate gate, TimeProvider time, ILogger<EnrollmentEndpoint> logger)
{
    private const string MediaType = "application/soap+xml; charset=utf-8";
    private const int MaximumBody = 256 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var relatesTo = "";
        try
        {
            if (await DeviceHttp.ReadAsync(context, MaximumBody) is not { } body)
            {
                return;
            }

            var request = EnrollmentRequestReader.Read(body);
            relatesTo = request.MessageId;
            switch (await gate.ValidateAsync(request.Token, context.Connection.RemoteIpAddress, context.RequestAborted))
            {
                case DeviceTokenResult.Accepted accepted:
                    await AnswerAsync(context, request, accepted.Identity);
                    break;
                case DeviceTokenResult.Unavailable unavailable:
                    Log.Refused(logger, unavailable.Reason, TraceOf(context));
                    await FaultAsync(context, EnrollmentFault.EnrollmentServer, "Sign-in cannot be checked at the moment. Try again later.", relatesTo);
                    break;
                case DeviceTokenResult.Refused refused:
                    Log.Refused(logger, refused.Reason, TraceOf(context));
                    await FaultAsync(context, EnrollmentFault.Authentication, "This sign-in was not accepted.", relatesTo);
                    break;
            }
        }
        catch (EnrollmentFormatException malformed)
        {
            Log.Refused(logger, LogText.OneLine(malformed.Message), TraceOf(context));
            await FaultAsync(context, malformed.Fault, "This is no enrollment request that this server understands.", malformed.MessageId);
        }
        catch (System.Data.Common.DbException error)
        {
            Log.Failed(logger, error, TraceOf(context));
            await FaultAsync(context, EnrollmentFault.EnrollmentServer, "The server cannot enroll at the moment. Try again later.", relatesTo);
        }
    }

    private async Task AnswerAsync(HttpContext context, EnrollmentRequest request, DeviceIdentity identity)
    {
        var outcome = await enroll.ExecuteAsync(identity, request, context.RequestAborted);
        await outcome.Match(
            document => WriteAsync(context, StatusCodes.Status200OK, EnrollmentResponseWriter.Write(request.MessageId, document, time.GetUtcNow())),
            problem =>
            {
                Log.Refused(logger, problem.Kind, TraceOf(context));
                return FaultAsync(context, FaultOf(problem), problem.Message, request.MessageId);
            });
    }

    private static EnrollmentFault FaultOf(Problem problem) => problem switch
    {
        TooManyDevices => EnrollmentFault.DeviceCapReached,
        _ => EnrollmentFault.EnrollmentServer,
    };

    private static Task FaultAsync(HttpContext context, EnrollmentFault fault, string reason, string relatesTo)
    {
        context.MarkRefused(KindOf(fault));
        return WriteAsync(context, StatusCodes.Status500InternalServerError, EnrollmentFaultWriter.Write(fault, reason, TraceOf(context), relatesTo));
    }

    private static RefusalKind KindOf(EnrollmentFault fault) =>
        fault == EnrollmentFault.EnrollmentServer ? RefusalKind.Outage
        : fault == EnrollmentFault.Authentication ? RefusalKind.Token
        : fault == EnrollmentFault.Authorization || fault == EnrollmentFault.DeviceCapReached ? RefusalKind.Forbidden
        : RefusalKind.Malformed;

    /// <summary>The request's trace id as the GUID that Windows keeps in its registry, so that help desk can find the log line.</summary>
    private static Guid TraceOf(HttpContext context)
    {
        if (context.Items[typeof(EnrollmentEndpoint)] is Guid known)
        {
            return known;
        }

        var trace = Guid.NewGuid();
        context.Items[typeof(EnrollmentEndpoint)] = trace;
        return trace;
    }

    private static Task WriteAsync(HttpContext context, int status, byte[] body) => DeviceHttp.WriteAsync(context, status, MediaType, body);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Refused an enrollment: {Reason} (trace {Trace})")]
        public static partial void Refused(ILogger logger, string reason, Guid trace);

        [LoggerMessage(2, LogLevel.Error, "An enrollment failed (trace {Trace})")]
        public static partial void Failed(ILogger logger, Exception error, Guid trace);
    }
}
