using System.Buffers;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// Bodies as Windows' management client sends and takes them: bounded, and answered with their length, never in chunks
/// (docs/reference/protocol.md §1.4, §3.1).
/// </summary>
internal static class DeviceHttp
{
    /// <summary>The Cache-Control of every answer: nobody between may keep it (OMA's HTTP binding asks for it).</summary>
    public const string NotStored = "no-store, private";

    private static readonly byte[] RetryLater = "Too many devices call at once. Come back later.\n"u8.ToArray();

    /// <summary>
    /// The whole body, once it is the call's turn to be worked on. Null when it is larger than allowed or when too many calls wait: that is
    /// answered then.
    /// </summary>
    /// <param name="context">The call.</param>
    /// <param name="limit">In bytes.</param>
    /// <param name="tooLong">Answers a body that is larger, instead of 413; the connection ends either way.</param>
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

    /// <summary>Says no, in words that are the same for everybody.</summary>
    public static Task RejectAsync(HttpContext context, int status, RejectionReason reason, byte[] body)
    {
        context.MarkRejected(reason);
        return WriteAsync(context, status, "text/plain", body);
    }

    /// <summary>There is more to do than can be done: 503, and each is told another time to come back.</summary>
    public static Task RejectBusyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = DeviceConcurrencyLimiter.RetryAfter;
        return RejectAsync(context, StatusCodes.Status503ServiceUnavailable, RejectionReason.Pressure, RetryLater);
    }

    /// <summary>
    /// Answers; nobody between may keep it. The call's turn is over: how long the sender takes to read is its own affair.
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
