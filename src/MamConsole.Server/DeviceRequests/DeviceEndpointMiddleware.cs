using System.Data.Common;
using System.Diagnostics;
using System.Text;
using MamConsole.Server.Storage;
using Microsoft.AspNetCore.Authorization;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// Handles every device address before sign-in and token validation (docs/reference/contract.md §3): an unknown address is 404, another
/// method 405, an address with too many rejected requests 429, overload 503. Every failure after it is answered with a Content-Length and
/// without content of the console, because the clients of Windows do not support chunked encoding or redirects.
/// </summary>
internal sealed partial class DeviceEndpointMiddleware(
    RequestDelegate next,
    DeviceRateLimiter rateLimiter,
    DeviceConcurrencyLimiter concurrency,
    Dialect dialect,
    ILogger<DeviceEndpointMiddleware> logger
)
{
    /// <summary>Seconds until a device retries after an outage.</summary>
    private const string OutageRetryAfter = "30";

    private static readonly byte[] Nowhere = "This address does not exist.\n"u8.ToArray();
    private static readonly byte[] TooOften = "Too many requests. Try again later.\n"u8.ToArray();
    private static readonly byte[] BadRequest = "This request cannot be read.\n"u8.ToArray();

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/mam"))
        {
            return next(context);
        }

        context.Response.Headers.CacheControl = DeviceHttp.NotStored;
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            // All endpoints here accept devices: another endpoint belongs to the console, or is routing's own response to another method.
            return DeviceHttp.RejectAsync(context, StatusCodes.Status404NotFound, RejectionReason.Path, Nowhere);
        }

        if (!rateLimiter.TryAcquire(context.Connection.RemoteIpAddress))
        {
            context.Response.Headers.RetryAfter = DeviceRateLimiter.AddressRetryAfter;
            return DeviceHttp.RejectAsync(context, StatusCodes.Status429TooManyRequests, RejectionReason.AddressRate, TooOften);
        }

        return concurrency.IsFull ? DeviceHttp.RejectBusyAsync(context) : PassAsync(context);
    }

    private async Task PassAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.Headers.CacheControl = DeviceHttp.NotStored;
            await WriteAnswerAsync(context, failure);
        }
    }

    private Task WriteAnswerAsync(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case BadHttpRequestException bad:
                // The body violates HTTP, exceeds the limit of the host or was sent too slowly; the start of the next request is undefined.
                context.Response.Headers.Connection = "close";
                return DeviceHttp.RejectAsync(context, bad.StatusCode, RejectionReason.Body, BadRequest);
            case DbException error when dialect.IsOutage(error):
                Log.OutOfReach(logger, dialect.Name, error);
                context.Response.Headers.RetryAfter = OutageRetryAfter;
                return DeviceHttp.RejectAsync(context, StatusCodes.Status503ServiceUnavailable, RejectionReason.Outage, []);
            default:
                var trace = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
                Log.Failed(logger, context.Request.Path.Value is "/mam/enroll" ? "An enrollment" : "A device request", trace, failure);
                return DeviceHttp.RejectAsync(
                    context,
                    StatusCodes.Status500InternalServerError,
                    RejectionReason.Failure,
                    Encoding.ASCII.GetBytes($"The request failed. Trace {trace}\n")
                );
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A device request could not be processed: {Database} is unavailable")]
        public static partial void OutOfReach(ILogger logger, string database, Exception error);

        [LoggerMessage(2, LogLevel.Error, "{What} failed (trace {Trace})")]
        public static partial void Failed(ILogger logger, string what, string trace, Exception failure);
    }
}
