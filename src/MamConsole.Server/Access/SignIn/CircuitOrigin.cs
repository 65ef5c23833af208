namespace MamConsole.Server.Access.SignIn;

/// <summary>
/// Allows circuits only from this console's own pages: a browser sends the page's origin, and a foreign origin is rejected before the
/// request reaches the hub.
/// </summary>
internal static class CircuitOrigin
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (
            context.Request.Path.StartsWithSegments("/_blazor")
            && origin.Length > 0
            && !string.Equals(origin, $"{context.Request.Scheme}://{context.Request.Host}", StringComparison.OrdinalIgnoreCase)
        )
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
