using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MamConsole.Server.Shell;

/// <summary>Isolates an error on a page from the rest of the console, and provides the reference of its log entry.</summary>
public sealed partial class TracedErrorBoundary : ErrorBoundary
{
    [Inject]
    private ILogger<TracedErrorBoundary> Logger { get; set; } = default!;

    /// <summary>The reference that the log entry of the error contains.</summary>
    public string Reference { get; private set; } = "";

    protected override Task OnErrorAsync(Exception exception)
    {
        Reference = Activity.Current?.TraceId.ToString() ?? ActivityTraceId.CreateRandom().ToString();
        Log.PageBroke(Logger, exception, Reference);
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A page broke ({Reference})")]
        public static partial void PageBroke(ILogger logger, Exception exception, string reference);
    }
}
