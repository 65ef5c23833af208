using System.Buffers;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// Reads and writes bodies as the management client of Windows requires: limited in size, and with a Content-Length instead of chunked
/// encoding (docs/reference/protocol.md §1.4, §3.1).
/// </summary>
internal static class DeviceHttp
{
    /// <summary>The Cache-Control of every response: intermediaries must not store it (required by OMA's HTTP binding).</summary>
    public const string NotStored = "no-store, private";

    private static readonly byte[] RetryLater = "Too many concurrent device requests. Try again later.\n"u8.ToArray();

    /// <summary>
    /// Reads the whole body and waits for a permit. Null when the body is larger than allowed or when the queue is full; the response is
    /// written in that case.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="limit">The maximum size in bytes.</param>
    /// <param name="tooLong">Writes the response to a larger body, instead of 413; the connection is closed either way.</param>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, int limit, Func<HttpContext, Task>? tooLong = null)
    {
        var reader = context.Request.BodyReader;
        while (context.Request.ContentLength is not { } announced || announced <= limit)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                break;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                if (await context.RequestServices.GetRequiredService<DeviceConcurrencyLimiter>().TryBeginAsync(context))
                {
                    return body;
                }

                await RejectBusyAsync(context);
                return null;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        await RequestBody.DiscardAsync(context.Request, limit, context.RequestAborted);
        context.Response.Headers.Connection = "close";
        await (tooLong ?? TooLongAsync)(context);
        return null;
    }

    /// <summary>Rejects a request, with the same text for every caller.</summary>
    public static Task RejectAsync(HttpContext context, int status, RejectionReason reason, byte[] body)
    {
        context.MarkRejected(reason);
        return WriteAsync(context, status, "text/plain", body);
    }

    /// <summary>Rejects a request because of overload: 503, with a different Retry-After for each request.</summary>
    public static Task RejectBusyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = DeviceConcurrencyLimiter.RetryAfter;
        return RejectAsync(context, StatusCodes.Status503ServiceUnavailable, RejectionReason.Pressure, RetryLater);
    }

    /// <summary>
    /// Writes the response; intermediaries must not store it. The permit is released first, so that a slow receiver does not hold it.
    /// </summary>
    public static Task WriteAsync(HttpContext context, int status, string contentType, byte[] body)
    {
        DeviceConcurrencyLimiter.End(context);
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = NotStored;
        return context.Response.Body.WriteAsync(body).AsTask();
    }

    private static Task TooLongAsync(HttpContext context) =>
        RejectAsync(context, StatusCodes.Status413PayloadTooLarge, RejectionReason.Body, []);
}
