using System.Diagnostics;
using System.Net.Http.Headers;
using MamConsole.Protocol;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Audit;
using MamConsole.Server.DeviceRequests;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Sync;

/// <summary>
/// <c>POST /mam/sync</c>: receives and answers SyncML messages (docs/reference/protocol.md §3.1, docs/reference/contract.md §3). A token in
/// the header is validated before the body is read; without one at most 64 KB are read to find the token in the message.
/// <see cref="DeviceEndpointMiddleware"/> answers failures.
/// </summary>
internal sealed partial class SyncEndpoint(
    DeviceCall calls,
    RejectedCallAuditor rejectedCalls,
    DeviceTokenValidator validator,
    DeviceApplication application,
    DeviceRateLimiter rateLimiter,
    PublicAddress address,
    SyncMetrics metrics,
    ILogger<SyncEndpoint> logger
)
{
    public const string MediaType = "application/vnd.syncml.dm+xml";

    private const int MaximumWithoutToken = 64 * 1024;

    private static readonly byte[] Unauthorized = "Sign in again.\n"u8.ToArray();
    private static readonly byte[] Forbidden = "This device is not enrolled by this account.\n"u8.ToArray();
    private static readonly byte[] NoSyncML = "This is not a SyncML message.\n"u8.ToArray();
    private static readonly byte[] TooOften = "Too many requests from this device. Try again later.\n"u8.ToArray();

    public async Task HandleAsync(HttpContext context, string? id)
    {
        using var answered = metrics.Begin();
        using var span = SyncTracing.Source.StartActivity(SyncTracing.Message);
        try
        {
            await AnswerAsync(context, id);
        }
        catch (Exception failure)
        {
            span?.MarkFailed(failure);
            throw;
        }
    }

    private async Task AnswerAsync(HttpContext context, string? id)
    {
        var request = context.Request;
        if (!IsSyncML(request) || request.Headers.ContentEncoding.Count > 0)
        {
            await DeviceHttp.RejectAsync(context, StatusCodes.Status415UnsupportedMediaType, RejectionReason.MediaType, []);
            return;
        }

        DeviceIdentity? identity = null;
        if (request.Headers.Authorization.Count > 0)
        {
            if (await ValidateTokenAsync(context, BearerOf(request)) is not { } proven)
            {
                return;
            }

            identity = proven;
        }
        else if (application.UnauthenticatedAnswer == UnauthenticatedAnswer.Http401 && request.Headers.Expect.Count > 0)
        {
            // The sender expects "100 Continue" before it sends the body. Reading the message for its token would send it.
            await UnauthorizedAsync(context, RejectionReason.NoToken);
            return;
        }

        if (await ReadAsync(context, isProven: identity is not null) is not { } body)
        {
            return;
        }

        SyncMLMessage message;
        try
        {
            message = SyncMLReader.Read(body);
        }
        catch (SyncMLFormatException malformed)
        {
            Log.Malformed(logger, LogText.OneLine(malformed.Message));
            await DeviceHttp.RejectAsync(context, StatusCodes.Status400BadRequest, RejectionReason.Malformed, NoSyncML);
            return;
        }

        SyncTracing
            .Current?.SetTag(SyncTracing.SessionId, LogText.OneLine(message.Header.SessionId))
            .SetTag(SyncTracing.MessageId, message.Header.MessageId)
            .AddEvent(new ActivityEvent("message received"));
        if (identity is null)
        {
            var token = ServerSession.Receive(message, "", null).UserToken;
            if (token is null && application.UnauthenticatedAnswer == UnauthenticatedAnswer.Http401)
            {
                await UnauthorizedAsync(context, RejectionReason.NoToken);
                return;
            }

            if (token is null)
            {
                context.MarkRejected(RejectionReason.NoToken);
                await WriteAsync(context, SyncMLWriter.Write(ServerSession.Reject(message, StatusCode.CredentialsMissing, SyncAddress)));
                return;
            }

            var result = await ValidateAsync(context, token);
            if (result is not DeviceTokenResult.Accepted { Identity: var proven })
            {
                await RejectTokenAsync(context, result, message);
                return;
            }

            identity = proven;
        }

        if (!rateLimiter.TryAcquire(identity, message.Header.Source))
        {
            context.Response.Headers.RetryAfter = DeviceRateLimiter.DeviceRetryAfter;
            await DeviceHttp.RejectAsync(context, StatusCodes.Status429TooManyRequests, RejectionReason.DeviceRate, TooOften);
            return;
        }

        switch (await calls.AnswerAsync(identity, new DeviceMessage(message, body, id), context.RequestAborted))
        {
            case CallOutcome.Answer answer:
                SyncTracing.Current?.SetTag(DeviceTracing.Outcome, "Answered");
                await WriteAsync(context, answer.Body);
                break;
            case CallOutcome.Forbidden forbidden:
                SyncTracing
                    .Current?.SetTag(DeviceTracing.EnrollmentId, forbidden.Enrollment?.Id)
                    .SetTag(SyncTracing.RejectedCallCause, forbidden.Cause.ToString());
                LogForbidden(identity, forbidden);
                await rejectedCalls.RecordAsync(identity, message.Header.Source, forbidden, context.RequestAborted);
                await DeviceHttp.RejectAsync(context, StatusCodes.Status403Forbidden, ReasonOf(forbidden.Cause), Forbidden);
                break;
            default:
                context.Response.Headers.RetryAfter = "5";
                await DeviceHttp.RejectAsync(context, StatusCodes.Status503ServiceUnavailable, RejectionReason.Pressure, []);
                break;
        }
    }

    private void LogForbidden(DeviceIdentity identity, CallOutcome.Forbidden forbidden)
    {
        if (forbidden.Enrollment is { } enrollment)
        {
            Log.MayNotCall(logger, enrollment.Id, forbidden.Cause);
        }
        else
        {
            Log.NotEnrolled(logger, identity.ObjectId);
        }
    }

    private static RejectionReason ReasonOf(RejectedCallCause cause) =>
        cause switch
        {
            RejectedCallCause.Blocked => RejectionReason.Blocked,
            RejectedCallCause.Retiring => RejectionReason.Retiring,
            _ => RejectionReason.Forbidden,
        };

    private string SyncAddress => new Uri(address.Value, "/mam/sync").ToString();

    private static bool IsSyncML(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && string.Equals(type.MediaType, MediaType, StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } single] && single.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? single["Bearer ".Length..]
            : null;

    /// <summary>
    /// A body that exceeds the limit of a message without a token cannot contain one: the response is that to a missing token.
    /// </summary>
    private static Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, bool isProven) =>
        isProven
            ? DeviceHttp.ReadAsync(context, WireLimits.Default.MaxBytes)
            : DeviceHttp.ReadAsync(context, MaximumWithoutToken, c => UnauthorizedAsync(c, RejectionReason.NoToken));

    private async Task<DeviceTokenResult> ValidateAsync(HttpContext context, string token)
    {
        using var span = SyncTracing.Source.StartActivity(SyncTracing.ValidateToken);
        return await validator.ValidateAsync(token, context.Connection.RemoteIpAddress, context.RequestAborted);
    }

    /// <summary>
    /// Validates the token of the header: an invalid token is HTTP 401 before the body is parsed (docs/reference/contract.md §3).
    /// </summary>
    private async Task<DeviceIdentity?> ValidateTokenAsync(HttpContext context, string? token)
    {
        var result = token is null
            ? new DeviceTokenResult.Rejected("the Authorization header is not a bearer token")
            : await ValidateAsync(context, token);
        if (result is DeviceTokenResult.Accepted accepted)
        {
            return accepted.Identity;
        }

        await RejectTokenAsync(context, result, null);
        return null;
    }

    private async Task RejectTokenAsync(HttpContext context, DeviceTokenResult result, SyncMLMessage? message)
    {
        switch (result)
        {
            case DeviceTokenResult.Unavailable unavailable:
                Log.CannotValidate(logger, unavailable.Reason);
                context.Response.Headers.RetryAfter = "30";
                await DeviceHttp.RejectAsync(context, StatusCodes.Status503ServiceUnavailable, RejectionReason.Outage, []);
                return;
            case DeviceTokenResult.Rejected { Forbidden: true } rejected:
                Log.TokenRejected(logger, rejected.Reason);
                await DeviceHttp.RejectAsync(context, StatusCodes.Status403Forbidden, RejectionReason.Token, Forbidden);
                return;
            case DeviceTokenResult.Rejected rejected:
                Log.TokenRejected(logger, rejected.Reason);
                break;
        }

        if (message is not null && application.UnauthenticatedAnswer == UnauthenticatedAnswer.SyncMLStatus)
        {
            context.MarkRejected(RejectionReason.Token);
            await WriteAsync(context, SyncMLWriter.Write(ServerSession.Reject(message, StatusCode.Unauthorized, SyncAddress)));
            return;
        }

        await UnauthorizedAsync(context, RejectionReason.Token);
    }

    private static Task UnauthorizedAsync(HttpContext context, RejectionReason reason)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return DeviceHttp.RejectAsync(context, StatusCodes.Status401Unauthorized, reason, Unauthorized);
    }

    private static Task WriteAsync(HttpContext context, byte[] answer) =>
        DeviceHttp.WriteAsync(context, StatusCodes.Status200OK, MediaType, answer);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A sync message was malformed: {Reason}")]
        public static partial void Malformed(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "A device token was rejected: {Reason}")]
        public static partial void TokenRejected(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "A device token cannot be validated: {Reason}")]
        public static partial void CannotValidate(ILogger logger, string reason);

        [LoggerMessage(4, LogLevel.Warning, "{Person} checked in as a device that this account did not enroll")]
        public static partial void NotEnrolled(ILogger logger, Guid person);

        [LoggerMessage(5, LogLevel.Warning, "The device of enrollment {Enrollment} checked in and was rejected: {Cause}")]
        public static partial void MayNotCall(ILogger logger, string enrollment, RejectedCallCause cause);
    }
}
