namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// Compares this server's clock with the Date of Entra's answers. Tokens live between two moments, so a clock that is off refuses honest
/// devices or lets expired tokens pass: somebody must set it right.
/// </summary>
internal sealed partial class ClockSkewMonitor(HttpMessageHandler inner, TimeProvider clock, ILogger logger) : DelegatingHandler(inner)
{
    private volatile bool isSkewed;

    /// <summary>Whether the clocks were further apart than tokens are allowed to be, at the last answer that had a Date.</summary>
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

            // Last: whoever sees the alarm finds its line in the log.
            isSkewed = off;
        }

        return answer;
    }

    private static partial class Log
    {
        [LoggerMessage(
            10,
            LogLevel.Error,
            "This server's clock is {Minutes:0.0} minutes ahead of Entra's (behind, when negative). Tokens are judged wrongly until it "
                + "is set right"
        )]
        public static partial void Apart(ILogger logger, double minutes);
    }
}
