using System.Data.Common;
using System.Diagnostics;
using System.Text;
using MamConsole.Server.Storage;
using Microsoft.AspNetCore.Authorization;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// Stands before every address of devices, before sign-in and before tokens (docs/reference/contract.md §3): what leads nowhere is 404,
/// another method 405,
/// an address that sent too much nonsense 429, a herd 503. Whatever goes wrong behind it leaves with a length and without a word of the
/// console, because Windows' clients read no chunks and follow no redirect.
/// </summary>
internal sealed partial class DeviceEndpointMiddleware(
    RequestDelegate next,
    DeviceRateLimiter rateLimiter,
    DeviceConcurrencyLimiter concurrency,
    Dialect dialect,
    ILogger<DeviceEndpointMiddleware> logger
)
{
    /// <summary>Seconds until a device comes back after an outage.</summary>
    private const string OutageRetryAfter = "30";

    private static readonly byte[] Nowhere = "There is nothing here.\n"u8.ToArray();
    private static readonly byte[] TooOften = "Too many calls. Come back later.\n"u8.ToArray();
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
            // Every address here is open to devices: what is not was meant for somebody else, or is routing's own answer to another method.
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
                // The body broke HTTP's rules, was too large for the host or came too slowly; there is no telling where the next request
                // would begin.
                context.Response.Headers.Connection = "close";
                return DeviceHttp.RejectAsync(context, bad.StatusCode, RejectionReason.Body, BadRequest);
            case DbException error when dialect.IsOutage(error):
                Log.OutOfReach(logger, dialect.Name, error);
                context.Response.Headers.RetryAfter = OutageRetryAfter;
                return DeviceHttp.RejectAsync(context, StatusCodes.Status503ServiceUnavailable, RejectionReason.Outage, []);
            default:
                var trace = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
                Log.Failed(logger, context.Request.Path.Value is "/mam/enroll" ? "An enrollment" : "A device's call", trace, failure);
                return DeviceHttp.RejectAsync(
                    context,
                    StatusCodes.Status500InternalServerError,
                    RejectionReason.Failure,
                    Encoding.ASCII.GetBytes($"Something went wrong here. Trace {trace}\n")
                );
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A device could not be answered: {Database} is out of reach")]
        public static partial void OutOfReach(ILogger logger, string database, Exception error);

        [LoggerMessage(2, LogLevel.Error, "{What} failed (trace {Trace})")]
        public static partial void Failed(ILogger logger, string what, string trace, Exception failure);
    }
}
