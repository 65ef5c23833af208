namespace MamConsole.Server.Startup;

/// <summary>
/// Refuses a request that names both a length and chunks. Kestrel believes the chunks, as RFC 9112 §6.1 allows, but a proxy before it may
/// have
/// believed the length, and then the rest of the body is somebody's next request.
/// </summary>
internal static class RequestFraming
{
    /// <summary>Where Kestrel keeps the length that it did not believe.</summary>
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
