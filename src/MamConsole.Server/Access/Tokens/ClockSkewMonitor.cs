namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// Compares this server's clock with the Date header of Entra's responses. Tokens are valid between two points in time, so a wrong clock
/// rejects valid tokens or accepts expired ones: an administrator must correct it.
/// </summary>
internal sealed partial class ClockSkewMonitor(HttpMessageHandler inner, TimeProvider clock, ILogger logger) : DelegatingHandler(inner)
{
    private volatile bool isSkewed;

    /// <summary>Whether the clock skew exceeded the tolerance at the last response with a Date header.</summary>
    public bool IsSkewed => isSkewed;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.Date is { } there)
        {
            var apart = clock.GetUtcNow() - there;
            var off = apart.Duration() > TokenVerifier.Skew;
            if (off)
            {
                Log.Apart(logger, apart.TotalMinutes);
            }

            // Set last, so that the log already contains the entry when the health status changes.
            isSkewed = off;
        }

        return answer;
    }

    private static partial class Log
    {
        [LoggerMessage(
            10,
            LogLevel.Error,
            "This server's clock is {Minutes:0.0} minutes ahead of Entra's (behind, when negative). Tokens are validated incorrectly "
                + "until it is corrected"
        )]
        public static partial void Apart(ILogger logger, double minutes);
    }
}
