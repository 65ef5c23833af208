using System.Data.Common;
using System.Net.Http.Headers;
using MamConsole.Protocol;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>
/// <c>POST /mam/sync</c>: bytes in, bytes out (protocol.md §3.1, contract.md §3). A token in the header is judged before the body is read;
/// without one at most 64 KB are read to look for the token in the message.
/// </summary>
internal sealed partial class SyncEndpoint(
    DeviceCall calls, DeviceTokenGate gate, DeviceApplication application, PublicAddress address, Dialect dialect, SyncMetrics metrics, ILogger<SyncEndpoint> logger)
{
    public const string MediaType = "application/vnd.syncml.dm+xml";

    private const int MaximumWithoutToken = 64 * 1024;

    private static readonly byte[] Unauthorized = "Sign in again.\n"u8.ToArray();
    private static readonly byte[] Forbidden = "This device is not enrolled by this account.\n"u8.ToArray();

    public async Task HandleAsync(HttpContext context, string? id)
    {
        using var answered = metrics.Begin();
        try
        {
            await AnswerAsync(context, id);
        }
        catch (DbException error)
        {
            // Without a body: what problem details would write comes in chunks, which no device has to understand.
            Log.Failed(logger, dialect.Name, error);
            var isOutage = dialect.IsOutage(error);
            context.Response.StatusCode = isOutage ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            context.Response.Headers.RetryAfter = isOutage ? "30" : default;
        }
    }

    private async Task AnswerAsync(HttpContext context, string? id)
    {
        var request = context.Request;
        if (!IsSyncML(request) || request.Headers.ContentEncoding.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        DeviceIdentity? identity = null;
        if (request.Headers.Authorization.Count > 0)
        {
            if (await JudgeAsync(context, BearerOf(request)) is not { } proven)
            {
                return;
            }

            identity = proven;
        }

        if (await DeviceHttp.ReadAsync(context, identity is null ? MaximumWithoutToken : WireLimits.Default.MaxBytes) is not { } body)
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
            Log.Malformed(logger, malformed.Message);
            await PlainAsync(context, StatusCodes.Status400BadRequest, "This is no SyncML message.\n"u8.ToArray());
            return;
        }

        if (identity is null)
        {
            var token = ServerSession.Receive(message, "", null).UserToken;
            if (token is null && application.UnauthenticatedAnswer == UnauthenticatedAnswer.Http401)
            {
                await UnauthorizedAsync(context);
                return;
            }

            if (token is null)
            {
                await WriteAsync(context, SyncMLWriter.Write(ServerSession.Refuse(message, StatusCode.CredentialsMissing, SyncAddress)));
                return;
            }

            var result = await gate.ValidateAsync(token, context.RequestAborted);
            if (result is not DeviceTokenResult.Accepted { Identity: var proven })
            {
                await RefuseTokenAsync(context, result, message);
                return;
            }

            identity = proven;
        }

        switch (await calls.AnswerAsync(identity, new DeviceMessage(message, body, id), context.RequestAborted))
        {
            case CallOutcome.Answer answer:
                await WriteAsync(context, answer.Body);
                break;
            case CallOutcome.Forbidden:
                Log.NotTheirs(logger, identity.ObjectId);
                await PlainAsync(context, StatusCodes.Status403Forbidden, Forbidden);
                break;
            default:
                context.Response.Headers.RetryAfter = "5";
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
        }
    }

    private string SyncAddress => new Uri(address.Value, "/mam/sync").ToString();

    private static bool IsSyncML(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && string.Equals(type.MediaType, MediaType, StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } single] && single.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? single["Bearer ".Length..].Trim() : null;

    /// <summary>The token of the header: one that is there and wrong is HTTP 401 before anything is parsed (contract.md §3).</summary>
    private async Task<DeviceIdentity?> JudgeAsync(HttpContext context, string? token)
    {
        var result = token is null ? new DeviceTokenResult.Refused("the Authorization header is no bearer token") : await gate.ValidateAsync(token, context.RequestAborted);
        if (result is DeviceTokenResult.Accepted accepted)
        {
            return accepted.Identity;
        }

        await RefuseTokenAsync(context, result, null);
        return null;
    }

    private async Task RefuseTokenAsync(HttpContext context, DeviceTokenResult result, SyncMLMessage? message)
    {
        switch (result)
        {
            case DeviceTokenResult.Unavailable unavailable:
                Log.CannotJudge(logger, unavailable.Reason);
                context.Response.Headers.RetryAfter = "30";
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case DeviceTokenResult.Refused { Forbidden: true } refused:
                Log.TokenRefused(logger, refused.Reason);
                await PlainAsync(context, StatusCodes.Status403Forbidden, Forbidden);
                return;
            case DeviceTokenResult.Refused refused:
                Log.TokenRefused(logger, refused.Reason);
                break;
        }

        if (message is not null && application.UnauthenticatedAnswer == UnauthenticatedAnswer.SyncMLStatus)
        {
            await WriteAsync(context, SyncMLWriter.Write(ServerSession.Refuse(message, StatusCode.Unauthorized, SyncAddress)));
            return;
        }

        await UnauthorizedAsync(context);
    }

    private static Task UnauthorizedAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return PlainAsync(context, StatusCodes.Status401Unauthorized, Unauthorized);
    }

    private static Task PlainAsync(HttpContext context, int status, byte[] body) => DeviceHttp.WriteAsync(context, status, "text/plain", body);

    private static Task WriteAsync(HttpContext context, byte[] answer) => DeviceHttp.WriteAsync(context, StatusCodes.Status200OK, MediaType, answer);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A sync message was malformed: {Reason}")]
        public static partial void Malformed(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "A device's token was refused: {Reason}")]
        public static partial void TokenRefused(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "A device's token cannot be judged: {Reason}")]
        public static partial void CannotJudge(ILogger logger, string reason);

        [LoggerMessage(4, LogLevel.Warning, "{Person} called in for a device that is not enrolled by this account")]
        public static partial void NotTheirs(ILogger logger, Guid person);

        [LoggerMessage(5, LogLevel.Error, "A device could not be answered: {Database} failed")]
        public static partial void Failed(ILogger logger, string database, Exception error);
    }
}
