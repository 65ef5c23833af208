using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.IntegrationTests.Fleet;

/// <summary>Of two concurrent check-ins of one device one is stored, and the counters never include the other.</summary>
public sealed class DeviceStoreTests
{
    private static readonly Guid Tenant = Guid.Parse("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d");
    private static readonly Guid Person = Guid.Parse("0e7a4f4c-8d3b-4c59-8a0e-3a1d9b1f6c21");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Save_WithAnOutdatedStateWritesNothing(string provider)
    {
        await using var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        var seen = await AddAsync(test.Database);
        Assert.True(await SaveAsync(test.Database, seen, seen.SyncState with { Sent = 7 }));

        Assert.False(await SaveAsync(test.Database, seen, seen.SyncState with { Sent = 8 }));
        Assert.False(await EndAsync(test.Database, seen, EndReason.Reenrolled));
        Assert.False(await EndAsync(test.Database, seen, EndReason.DeviceUnenrolled));

        var now = (await FindAsync(test.Database))!;
        Assert.Equal((7, null), (now.SyncState.Sent, now.Enrollment.EndedAt));
        await FleetCount.CheckAsync(test.Database, Cancel);
    }

    [Theory]
    [InlineData("Sqlite", (int)EndReason.Reenrolled), InlineData("PostgreSql", (int)EndReason.Reenrolled)]
    [InlineData("Sqlite", (int)EndReason.DeviceUnenrolled), InlineData("PostgreSql", (int)EndReason.DeviceUnenrolled)]
    public async Task EndedEnrollment_RejectsSavingAndEndingAgain(string provider, int reason)
    {
        await using var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        var seen = await AddAsync(test.Database);
        Assert.True(await EndAsync(test.Database, seen, (EndReason)reason));

        Assert.False(await SaveAsync(test.Database, seen, seen.SyncState with { Sent = 8 }));
        Assert.False(await EndAsync(test.Database, seen, EndReason.DeviceUnenrolled));

        Assert.Null(await FindAsync(test.Database));
        var ended = (await new DeviceStore(test.Database).FindAsync(seen.Enrollment.Id, Cancel))!;
        Assert.Equal(
            ((EndReason)reason, (EndReason)reason == EndReason.DeviceUnenrolled),
            (ended.Enrollment.EndReason, ended.SyncState.LastContact is not null)
        );
        await FleetCount.CheckAsync(test.Database, Cancel);
    }

    [Theory, EveryDatabase]
    public async Task Save_ConcurrentlySucceedsOnce(string provider)
    {
        await using var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        var seen = await AddAsync(test.Database);

        var won = await Task.WhenAll(
            Enumerable
                .Range(1, 10)
                .Select(i =>
                    i % 2 == 0
                        ? SaveAsync(test.Database, seen, seen.SyncState with { Sent = i })
                        : EndAsync(test.Database, seen, EndReason.Reenrolled)
                )
        );

        Assert.Single(won, w => w);
        await FleetCount.CheckAsync(test.Database, Cancel);
    }

    private static async Task<DeviceRecord> AddAsync(Database database)
    {
        await database.WriteAsync(
            tx =>
                DeviceStore.AddAsync(
                    tx,
                    new EnrolledDevice
                    {
                        Key = 0,
                        Id = "0198c0de-0000-7000-8000-000000000001",
                        TenantId = Tenant,
                        ObjectId = Person,
                        DeviceId = "ABCDEF",
                        Upn = "ana@northwind.example",
                        PersonName = "Ana",
                        DeviceName = "LAPTOP",
                        OsVersion = "",
                        Grouping = "g",
                        EnrolledAt = DateTimeOffset.UnixEpoch,
                    },
                    Cancel
                ),
            Cancel
        );
        return (await FindAsync(database))!;
    }

    private static Task<DeviceRecord?> FindAsync(Database database) =>
        new DeviceStore(database).FindActiveAsync(Tenant, Person, "ABCDEF", Cancel);

    private static Task<bool> SaveAsync(Database database, DeviceRecord seen, DeviceSyncState after) =>
        database.WriteAsync(tx => DeviceStore.SaveAsync(tx, seen.Enrollment, seen.SyncState, after, Cancel), Cancel);

    private static Task<bool> EndAsync(Database database, DeviceRecord seen, EndReason reason) =>
        database.WriteAsync(tx => DeviceStore.EndAsync(tx, seen, reason, DateTimeOffset.UnixEpoch.AddDays(1), Cancel), Cancel);
}
