using System.Text.Json;
using System.Text.RegularExpressions;
using MamConsole.IntegrationTests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace MamConsole.IntegrationTests.Telemetry;

/// <summary>The content of the lines of the console log.</summary>
public sealed partial class LogLineTests
{
    [Fact]
    public async Task SimpleLines_ContainTheTimeInUtcAndTheTraceId()
    {
        using var log = new FormattedLog(ConsoleFormatterNames.Simple);
        await RejectCallAsync(log);

        Assert.All(log.Lines, line => Assert.Matches(LineStart(), line));
        var rejected = Assert.Single(log.Lines, line => line.Contains("A device token was rejected", StringComparison.Ordinal));
        Assert.Matches(TraceId(), rejected);
        Assert.Equal(1, rejected.Count(c => c == '\n'));
    }

    [Fact]
    public async Task JsonLines_ContainTheTimeInUtcAndTheTraceId()
    {
        using var log = new FormattedLog(ConsoleFormatterNames.Json);
        await RejectCallAsync(log, ("Logging:Console:FormatterName", "json"));

        var rejected = Assert.Single(log.Lines, line => line.Contains("A device token was rejected", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(rejected);
        var time = json.RootElement.GetProperty("Timestamp").GetDateTimeOffset();
        Assert.Equal(TimeSpan.Zero, time.Offset);
        Assert.InRange(time, DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Contains(
            json.RootElement.GetProperty("Scopes").EnumerateArray(),
            scope => scope.TryGetProperty("TraceId", out var id) && id.GetString()?.Length == 32
        );
    }

    [Fact]
    public async Task Configuration_OverridesTheFormatOfTheLines()
    {
        using var log = new FormattedLog(ConsoleFormatterNames.Simple);
        await RejectCallAsync(log, ("Logging:Console:FormatterOptions:TimestampFormat", "[HH:mm] "));

        Assert.All(log.Lines, line => Assert.StartsWith("[", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "simple")]
    [InlineData("json", "json")]
    public async Task Formatter_IsNamedSoThatItsOptionsApply(string? configured, string expected)
    {
        // Without a name, the console logger uses obsolete options, which have neither time nor scopes.
        await using var server = await TestServer.StartAsync(
            new TestServerOptions { Settings = new Dictionary<string, string?> { ["Logging:Console:FormatterName"] = configured } }
        );

        Assert.Equal(expected, server.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
    }

    private static async Task RejectCallAsync(FormattedLog log, params (string Key, string Value)[] settings)
    {
        await using var journey = await Journey.StartAsync("Sqlite", log.Register, settings);
        await Wire.PostAsync(journey.Server.Url, "/mam/sync", "<SyncML/>"u8.ToArray(), "no token");
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (trce|dbug|info|warn|fail|crit): ")]
    private static partial Regex LineStart();

    [GeneratedRegex("TraceId:[0-9a-f]{32}")]
    private static partial Regex TraceId();
}
