using System.Data.Common;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Diagnostics;

namespace MamConsole.Server.Storage;

/// <summary>Returns 503 with Retry-After while the database is unavailable; every other exception is a bug and becomes a 500.</summary>
internal sealed partial class OutageHandler(Dialect dialect, ILogger<OutageHandler> logger) : IExceptionHandler
{
    /// <summary>Seconds after which devices and scripts retry.</summary>
    private const string RetryAfter = "30";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not DbException error || !dialect.IsOutage(error))
        {
            return false;
        }

        Log.OutOfReach(logger, dialect.Name, error);
        httpContext.Response.Headers.RetryAfter = RetryAfter;
        await ProblemResults.From(new StorageUnavailable()).ExecuteAsync(httpContext);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Database} is unavailable")]
        public static partial void OutOfReach(ILogger logger, string database, Exception error);
    }
}
