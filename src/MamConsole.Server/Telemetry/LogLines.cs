using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace MamConsole.Server.Telemetry;

/// <summary>
/// The defaults of the console log, unless the section <c>Logging</c> overrides them: the time in UTC (ISO 8601) and, within a request, the
/// trace ID, so that an entry can be found by a trace and by the ID that a PC shows.
/// </summary>
internal static class LogLines
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static void AddLogLines(this WebApplicationBuilder builder)
    {
        // Without a formatter name, the simple formatter uses the obsolete options of the logger instead of its own.
        AddDefaults<ConsoleLoggerOptions>(builder.Services, options => options.FormatterName = ConsoleFormatterNames.Simple);

        // The simple formatter writes the level directly after the time; in JSON the time is a separate value.
        AddDefaults<SimpleConsoleFormatterOptions>(
            builder.Services,
            options =>
            {
                CarryTimeAndTrace(options, Instant + " ");
                options.SingleLine = true;
            }
        );
        AddDefaults<JsonConsoleFormatterOptions>(builder.Services, options => CarryTimeAndTrace(options, Instant));
        builder.Logging.Configure(options =>
            options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId
        );
    }

    private static void CarryTimeAndTrace(ConsoleFormatterOptions options, string timestamp)
    {
        options.TimestampFormat = timestamp;
        options.UseUtcTimestamp = true;
        options.IncludeScopes = true;
    }

    /// <summary>
    /// Options are configured in the order of registration: these come before the section <c>Logging</c>, which therefore takes precedence.
    /// </summary>
    private static void AddDefaults<T>(IServiceCollection services, Action<T> configure)
        where T : class => services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<T>>(new ConfigureOptions<T>(configure)));
}
