using System.Buffers;

namespace MamConsole.Server.Outcomes;

/// <summary>Bodies of requests that are rejected.</summary>
internal static class RequestBody
{
    /// <summary>
    /// Reads on without keeping anything when a body is refused that is not much too large: a sender that is still writing when the
    /// connection
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
}
