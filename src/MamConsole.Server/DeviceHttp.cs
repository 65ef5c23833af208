using System.Buffers;

namespace MamConsole.Server;

/// <summary>Bodies as Windows' management client sends and takes them: bounded, and answered with their length, never in chunks (protocol.md §1.4, §3.1).</summary>
internal static class DeviceHttp
{
    /// <summary>The whole body, or null when it is larger than <paramref name="limit"/> bytes: that is answered with 413 then, and the rest is not read.</summary>
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

        context.Response.Headers.Connection = "close";
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return null;
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
