using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MamConsole.IntegrationTests.Telemetry;

/// <summary>
/// An OpenTelemetry collector on a free loopback port that accepts OTLP over http/protobuf and stores the requests
/// (opentelemetry.proto.collector, service.proto of each signal).
/// </summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> requests = new();

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/{signal}", ReceiveAsync);
    }

    public Uri Address => new(app.Urls.Single());

    /// <summary>All received bytes as Latin-1, to search for content that must not be exported.</summary>
    public string Raw => string.Join('\n', requests.Select(r => Encoding.Latin1.GetString(r.Body)));

    public IReadOnlyList<ReceivedSpan> Spans =>
        [
            .. from scope in Scopes("/v1/traces")
            from span in scope.Messages(2)
            select new ReceivedSpan(
                scope.Messages(1).Single().Text(1),
                span.Text(5),
                span.Hex(1),
                span.Hex(2),
                span.Hex(4),
                span.Attributes(9)
            ),
        ];

    public IReadOnlyList<ReceivedLogRecord> LogRecords =>
        [
            .. from scope in Scopes("/v1/logs")
            from log in scope.Messages(2)
            select new ReceivedLogRecord(scope.Messages(1).Single().Text(1), log.Hex(9), ProtobufMessage.ValueOf(log.Messages(5).Single())),
        ];

    /// <summary>The names of the metrics.</summary>
    public IEnumerable<string> Metrics => from scope in Scopes("/v1/metrics") from metric in scope.Messages(2) select metric.Text(1);

    /// <summary>The attributes of the resource of every request.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Resources =>
        requests.Select(r => new ProtobufMessage(r.Body).Messages(1).First().Messages(1).Single().Attributes(1));

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IEnumerable<ProtobufMessage> Scopes(string path) =>
        requests.Where(r => r.Path == path).SelectMany(r => new ProtobufMessage(r.Body).Messages(1)).SelectMany(r => r.Messages(2));

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        requests.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
