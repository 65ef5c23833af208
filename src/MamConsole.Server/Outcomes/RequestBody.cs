using System.Buffers;

namespace MamConsole.Server.Outcomes;

/// <summary>Bodies of requests that are rejected.</summary>
internal static class RequestBody
{
    /// <summary>
    /// Reads and discards the rest of a rejected body that is not much too large: a sender that is still writing when the connection closes
    /// would see a broken pipe instead of the response. A body larger than twice the limit is not read to its end.
    /// </summary>
    /// <param name="request">The request whose body is rejected.</param>
    /// <param name="limit">The allowed size in bytes; at most the same number of bytes is discarded.</param>
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
            // Larger than the host allows: the response is the same, and the host closes the connection.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
