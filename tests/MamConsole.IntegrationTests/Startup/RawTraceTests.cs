using System.Text;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.Server.Startup;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.IntegrationTests.Startup;

public sealed class RawTraceTests : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("mamconsole-test-").FullName, "trace");

    [Fact]
    public Task RawTrace_WritesEveryDeviceRequestWithoutItsCredentials() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                var report = await journey.SyncAsync(device);
                var token = journey.Server.Tenant.IssueDeviceToken(journey.Person());
                await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync?mode=Bulk",
                    Encoding.UTF8.GetBytes($"<SyncML><Data>{token}</Wrong>"),
                    token
                );
                await Wire.PostAsync(
                    journey.Server.Url,
                    "/mam/sync",
                    "<SyncML/>"u8.ToArray(),
                    change: r => r.Headers.TryAddWithoutValidation("DeviceToken", token)
                );
                using var client = journey.Server.CreateClient();
                using var page = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);

                var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray();
                Assert.Equal(1 + report.Exchanges.Length + 2, files.Length);
                var texts = files.Select(File.ReadAllText).ToArray();
                var signature = token.Split('.')[2];
                Assert.All(texts, TokenText.AssertNone);
                Assert.All(texts, t => Assert.DoesNotContain("ZXlK", t, StringComparison.Ordinal));
                Assert.All(texts, t => Assert.DoesNotContain(signature, t, StringComparison.Ordinal));
                Assert.Contains("POST /mam/enroll HTTP/1.1", texts[0], StringComparison.Ordinal);
                Assert.Contains("RequestSecurityTokenResponseCollection", texts[0], StringComparison.Ordinal);
                Assert.Contains("\"oid\": \"", texts[1], StringComparison.Ordinal);
                Assert.Contains("<MsgID>1</MsgID>", texts[1], StringComparison.Ordinal);
                Assert.Contains("HTTP 200", texts[1], StringComparison.Ordinal);
                Assert.Contains("?mode=Bulk", texts[^2], StringComparison.Ordinal);
                Assert.Contains("cannot be parsed to its end", texts[^2], StringComparison.Ordinal);
                Assert.Contains("\"oid\": \"", texts[^1], StringComparison.Ordinal);
                if (!OperatingSystem.IsWindows())
                {
                    Assert.Equal(
                        [UnixFileMode.UserRead | UnixFileMode.UserWrite],
                        files.Select(f => new FileInfo(f).UnixFileMode).Distinct()
                    );
                    Assert.Equal(
                        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                        new DirectoryInfo(folder).UnixFileMode
                    );
                }
            },
            ("Devices:TraceFolder", folder)
        );

    [Fact]
    public Task RawTrace_WritesNothingWhenDisabled() =>
        Journey.OnAsync(
            "Sqlite",
            async journey =>
            {
                await journey.SyncAsync(await journey.EnrolledAsync());

                Assert.False(Directory.Exists(folder));
            },
            ("Devices:TraceFolder", "")
        );

    [Fact]
    public void TraceFiles_DeletesTheOldestFilesAboveTheLimit()
    {
        var time = new FakeTimeProvider();
        var files = new TraceFiles(folder, time, NullLogger.Instance);
        files.Open();
        for (var i = 0; i < TraceFiles.MaximumFiles + 5; i++)
        {
            files.Write("x", [1]);
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(TraceFiles.MaximumFiles, Directory.GetFiles(folder).Length);

        // A later run counts the existing files.
        var later = new TraceFiles(folder, time, NullLogger.Instance);
        later.Open();
        later.Write("y", [1]);
        Assert.Equal(TraceFiles.MaximumFiles, Directory.GetFiles(folder).Length);
        Assert.Contains(Directory.GetFiles(folder), f => f.EndsWith("-y.trace.txt", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
}
