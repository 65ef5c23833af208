using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using MamConsole.Demo;
using MamConsole.Server.Access;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MamConsole.Benchmarks;

/// <summary>Compares a page in the middle of 100,000 devices with the first page.</summary>
internal static class DevicePageBenchmark
{
    private const int Devices = 100_000;
    private const int AtOnce = 10_000;

    private static readonly Administrator Reader = new(Guid.NewGuid(), "Benchmark", new[] { AppRole.HelpDesk }.ToFrozenSet());

    public static async Task<Comparison> RunAsync(DemoHost host, int rounds)
    {
        await FillAsync(host.Services.GetRequiredService<Database>(), host.Tenant.Id);
        var queries = host.Services.GetRequiredService<DeviceQueries>();
        var middle = await MiddleAsync(queries);
        return await Comparison.MeasureAsync(
            "50 devices in the middle of 100,000",
            "the first 50",
            rounds,
            () => TimeAsync(queries, middle),
            () => TimeAsync(queries, null)
        );
    }

    private static async Task<TimeSpan> TimeAsync(DeviceQueries queries, string? after)
    {
        var began = Stopwatch.GetTimestamp();
        var page = await PageAsync(queries, after, take: 50);
        var duration = Stopwatch.GetElapsedTime(began);
        return page.Rows.Count == 50 ? duration : throw new InvalidOperationException("The page is not full.");
    }

    private static async Task<string> MiddleAsync(DeviceQueries queries)
    {
        string? after = null;
        for (var seen = 0; seen < Devices / 2; seen += DeviceQueries.MaximumTake)
        {
            after = (await PageAsync(queries, after, DeviceQueries.MaximumTake)).Next;
        }

        return after!;
    }

    private static async Task<DevicePage> PageAsync(DeviceQueries queries, string? after, int take) =>
        (await queries.ListAsync(Reader, new DeviceFilter { After = after, Take = take }, CancellationToken.None)).Match(
            page => page,
            problem => throw new InvalidOperationException(problem.Message)
        );

    private static async Task FillAsync(Database database, Guid tenantId)
    {
        var now = TimeProvider.System.GetInstant();
        for (var from = 0; from < Devices; from += AtOnce)
        {
            var start = from;
            await database.WriteAsync(
                async tx =>
                {
                    for (var i = start; i < start + AtOnce; i++)
                    {
                        await DeviceStore.AddAsync(tx, Device(i, tenantId, now), CancellationToken.None);
                    }

                    return true;
                },
                CancellationToken.None
            );
        }
    }

    private static EnrolledDevice Device(int number, Guid tenantId, DateTimeOffset now)
    {
        var digits = number.ToString("D6", CultureInfo.InvariantCulture);
        return new EnrolledDevice
        {
            Key = 0,
            Id = Guid.CreateVersion7(now).ToString("D"),
            TenantId = tenantId,
            ObjectId = Guid.NewGuid(),
            DeviceId = $"{number:X32}",
            Upn = $"person{digits}@contoso.example",
            PersonName = $"Person {digits}",
            DeviceName = $"LAPTOP-{digits}",
            OsVersion = "10.0.22631.3880",
            OsBuild = 22631,
            OsEdition = 48,
            Grouping = Guid.NewGuid().ToString("D"),
            EnrolledAt = now,
        };
    }
}
