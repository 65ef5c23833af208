using MamConsole.IntegrationTests.Journeys;
using MamConsole.Server.DeviceActions;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MamConsole.IntegrationTests.Telemetry;

/// <summary>The telemetry that a collector receives over OTLP.</summary>
public sealed class OtlpExportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Telemetry:OtlpEndpoint", null)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http/protobuf")]
    public async Task Sync_SendsTheSpanOfASessionAndItsLogRecordWithOneTraceId(string key, string? protocol)
    {
        await using var collector = await Collector.StartAsync();
        await using var journey = await Journey.StartAsync(
            "Sqlite",
            [
                (key, collector.Address.AbsoluteUri),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol ?? ""),
                ("Logging:LogLevel:MamConsole.Server.Sync", "Debug"),
            ]
        );
        var version = await journey.PublishAsync(WorkPolicies.Locking(5));
        var device = await journey.EnrolledAsync();
        var report = await journey.SyncAsync(device);
        var enrollment = Journey.IdOf(device);
        var messages = await ReceivedAsync(collector, journey, "mam.sync", enrollment, report.Exchanges.Length);

        Assert.Single(messages.Select(m => m.Tags["mamconsole.session.id"]).Distinct());
        Assert.Equal(
            Enumerable.Range(1, messages.Length).Select(n => $"{n}"),
            messages.Select(m => m.Tags["mamconsole.message.id"]).Order()
        );
        Assert.All(messages, message => Assert.Equal("MamConsole.Sync", message.Scope));
        Assert.All(messages, message => Assert.Equal("Answered", message.Tags["mamconsole.outcome"]));
        Assert.All(messages, message => Assert.Equal(version.PolicyId, message.Tags["mamconsole.policy.id"]));
        Assert.All(messages, message => Assert.Equal("1", message.Tags["mamconsole.policy.version"]));

        var children = collector.Spans.ToLookup(s => s.ParentId, s => s.Name);
        Assert.All(messages, m => Assert.Equal(["mam.sync.commit", "mam.sync.validate_token"], children[m.SpanId].Order()));
        Assert.All(
            messages,
            m => Assert.Contains(collector.Spans, request => request.SpanId == m.ParentId && request.Scope == "Microsoft.AspNetCore")
        );

        var records = collector.LogRecords.Where(r => r.Text.Contains(enrollment, StringComparison.Ordinal)).ToArray();
        Assert.All(
            messages,
            m => Assert.Contains(records, r => r.TraceId == m.TraceId && r.Category == "MamConsole.Server.Sync.DeviceCall")
        );
    }

    [Fact]
    public async Task Enrollment_SendsItsStepsWithTheTraceIdOfTheLog()
    {
        await using var collector = await Collector.StartAsync();
        await using var journey = await Journey.StartAsync("Sqlite", [("Telemetry:OtlpEndpoint", collector.Address.AbsoluteUri)]);
        var device = await journey.EnrolledAsync();
        var request = Assert.Single(await ReceivedAsync(collector, journey, "mam.enroll", Journey.IdOf(device), 1));

        Assert.Equal(("MamConsole.Enrollment", "Enrolled"), (request.Scope, request.Tags["mamconsole.outcome"]));
        Assert.Equal(
            ["mam.enroll.add", "mam.enroll.check_terms", "mam.enroll.provision", "mam.enroll.record", "mam.enroll.validate_token"],
            collector
                .Spans.Where(s => s.TraceId == request.TraceId && s.Name.StartsWith("mam.enroll.", StringComparison.Ordinal))
                .Select(s => s.Name)
                .Order(StringComparer.Ordinal)
        );
        var trace = Guid.ParseExact(request.TraceId, "N");
        Assert.Contains(
            collector.LogRecords,
            r => r.TraceId == request.TraceId && r.Text.Contains($"(trace {trace})", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task RejectedCheckIn_RecordsItsCauseInTheSpan()
    {
        await using var collector = await Collector.StartAsync();
        await using var journey = await Journey.StartAsync("Sqlite", [("Telemetry:OtlpEndpoint", collector.Address.AbsoluteUri)]);
        var device = await journey.EnrolledAsync();
        (await journey.Get<BlockDevice>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(device), "Stolen", Cancel)).Value();
        await journey.TrySyncAsync(device);
        var span = Assert.Single(await ReceivedAsync(collector, journey, "mam.sync", Journey.IdOf(device), 1));

        Assert.Equal(
            ("Rejected", "blocked", "Blocked"),
            (span.Tags["mamconsole.outcome"], span.Tags["mamconsole.rejection"], span.Tags["mamconsole.rejected_call.cause"])
        );
    }

    [Fact]
    public async Task FailedSync_RecordsOnlyTheErrorTypeInTheSpan()
    {
        await using var collector = await Collector.StartAsync();
        await using var journey = await Journey.StartAsync("Sqlite", [("Telemetry:OtlpEndpoint", collector.Address.AbsoluteUri)]);
        var device = await journey.EnrolledAsync();
        await journey.FailInsertsAsync("conversation_messages");
        await journey.TrySyncAsync(device);
        var span = Assert.Single(await ReceivedAsync(collector, journey, "mam.sync", Journey.IdOf(device), 1));

        Assert.Equal("Microsoft.Data.Sqlite.SqliteException", span.Tags["error.type"]);
        Assert.DoesNotContain(span.Tags.Values, value => value.Contains("refused", StringComparison.Ordinal));
        Assert.Contains(collector.Spans, s => s.SpanId == span.ParentId && Is(s, "mamconsole.rejection", "failure"));
    }

    [Fact]
    public async Task Export_ContainsMetricsAndResourceWithoutTokensAndNames()
    {
        await using var collector = await Collector.StartAsync();
        await using var journey = await Journey.StartAsync(
            "Sqlite",
            [("Telemetry:OtlpEndpoint", collector.Address.AbsoluteUri), ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=lab")]
        );
        await journey.SyncAsync(await journey.EnrolledAsync());
        var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
        using var client = journey.Server.CreateClient();
        using var page = await client.GetAsync(new Uri($"/mam/terms?token={token}&upn=query-of-somebody", UriKind.Relative), Cancel);
        await EventuallyAsync(
            journey,
            "spans and metrics arrive",
            () =>
                collector.Spans.Any(s => Is(s, "url.path", "/mam/terms"))
                && collector.Metrics.Contains("mamconsole.sync.message.duration")
                && collector.Metrics.Contains("http.server.request.duration")
        );

        Assert.All(collector.Resources, r => Assert.Equal("MamConsole", r["service.name"]));
        Assert.All(collector.Resources, r => Assert.Equal("lab", r["deployment.environment.name"]));
        TokenText.AssertNone(collector.Raw);
        Assert.DoesNotContain("query-of-somebody", collector.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain(journey.Person().UserName, collector.Raw, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sync_IsTracedWhenTheCallerDisablesSampling()
    {
        await using var collector = await Collector.StartAsync();
        await using var journey = await Journey.StartAsync("Sqlite", [("Telemetry:OtlpEndpoint", collector.Address.AbsoluteUri)]);
        await Wire.PostAsync(
            journey.Server.Url,
            "/mam/sync",
            "<SyncML/>"u8.ToArray(),
            "no token",
            request => request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")
        );
        await EventuallyAsync(journey, "the span arrives", () => collector.Spans.Any(IsCallers));

        var span = Assert.Single(collector.Spans, IsCallers);
        Assert.Equal("token", span.Tags["mamconsole.rejection"]);

        static bool IsCallers(ReceivedSpan span) => span.TraceId == "0af7651916cd43dd8448eb211c80319c" && span.Name == "mam.sync";
    }

    [Fact]
    public async Task Tracing_IsDisabledWithoutACollector()
    {
        await using var server = await TestServer.StartAsync();

        Assert.Null(server.Services.GetService<TracerProvider>());
        Assert.Null(server.Services.GetService<LoggerProvider>());
    }

    private static bool Is(ReceivedSpan span, string tag, string value) => span.Tags.GetValueOrDefault(tag) == value;

    /// <summary>
    /// The spans of that name and enrollment. The spans of their requests are awaited too, because they end after the answer is sent.
    /// </summary>
    private static async Task<ReceivedSpan[]> ReceivedAsync(Collector collector, Journey journey, string name, string enrollment, int count)
    {
        ReceivedSpan[] found = [];
        await EventuallyAsync(
            journey,
            $"{count} spans {name} arrive",
            () =>
            {
                var all = collector.Spans;
                found = [.. all.Where(s => s.Name == name && Is(s, "mamconsole.enrollment.id", enrollment))];
                return found.Length == count && found.All(f => all.Any(s => s.SpanId == f.ParentId));
            }
        );
        return found;
    }

    private static Task EventuallyAsync(Journey journey, string what, Func<bool> condition) =>
        Eventually.TrueAsync(
            what,
            () =>
            {
                Assert.True(journey.Get<TracerProvider>().ForceFlush());
                Assert.True(journey.Get<LoggerProvider>().ForceFlush());

                // The result is always false, because the reader behind /metrics is pull-based and cannot be flushed.
                journey.Get<MeterProvider>().ForceFlush();
                return condition();
            }
        );
}
