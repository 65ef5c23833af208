namespace MamConsole.Server.Startup;

/// <summary>
/// Rejects a request with both a Content-Length and chunked encoding. Kestrel uses the chunks, as RFC 9112 §6.1 allows, but a proxy in
/// front of it may have used the length; the rest of the body would then be parsed as another request.
/// </summary>
internal static class RequestFraming
{
    /// <summary>The header in which Kestrel stores the ignored length.</summary>
    private const string Disbelieved = "X-Content-Length";

    public static Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.TransferEncoding.Count == 0 || !context.Request.Headers.ContainsKey(Disbelieved))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
