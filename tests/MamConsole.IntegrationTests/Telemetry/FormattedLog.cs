using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace MamConsole.IntegrationTests.Telemetry;

/// <summary>Stores the lines that the server's own formatter would write to the console.</summary>
internal sealed class FormattedLog(string formatter) : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider? scopes;
    private IServiceProvider? server;

    public IReadOnlyList<string> Lines => [.. lines];

    public void Register(IServiceCollection services) =>
        services.AddSingleton<ILoggerProvider>(provider =>
        {
            server = provider;
            return this;
        });

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() { }

    private sealed class Logger(FormattedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            using var text = new StringWriter();
            var entry = new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter);
            log.server!.GetServices<ConsoleFormatter>().Single(f => f.Name == log.FormatterName).Write(entry, log.scopes, text);
            log.lines.Enqueue(text.ToString());
        }
    }

    private string FormatterName { get; } = formatter;
}
