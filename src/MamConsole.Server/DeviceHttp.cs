using System.Buffers;

namespace MamConsole.Server;

/// <summary>Bodies as Windows' management client sends and takes them: bounded, and answered with their length, never in chunks (protocol.md §1.4, §3.1).</summary>
internal static class DeviceHttp
{
    /// <summary>The whole body, or null when it is larger than <paramref name="limit"/> bytes: that is answered with 413 then, and the connection ends.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, int limit)
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
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        await DiscardAsync(context.Request, limit, context.RequestAborted);
        context.Response.Headers.Connection = "close";
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return null;
    }

    /// <summary>
    /// Reads on without keeping anything when a body is refused that is not much too large: a sender that is still writing when the connection
    /// closes sees a broken pipe instead of the answer. What is larger than twice the limit is cut off.
    /// </summary>
    /// <param name="request">The request whose body is refused.</param>
    /// <param name="limit">What was allowed, in bytes; as much again is read at most.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public static async Task DiscardAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > 2L * limit)
        {
            return;
        }

        long discarded = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while (discarded <= limit * 2L && (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                discarded += read;
            }
        }
        catch (BadHttpRequestException)
        {
            // Larger than the host itself allows: the answer is the same, and the host ends the connection.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Answers; nobody between may keep it.</summary>
    public static Task WriteAsync(HttpContext context, int status, string contentType, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store, private";
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}
