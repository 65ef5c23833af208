using Dapper;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace MamConsole.IntegrationTests.Storage;

/// <summary>The migration of a database with device ids that are not in upper case.</summary>
public sealed class DeviceIdCaseTests
{
    private static readonly Guid Tenant = Guid.Parse("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d");
    private static readonly Guid Person = Guid.Parse("0e7a4f4c-8d3b-4c59-8a0e-3a1d9b1f6c21");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task DeviceIdMigration_FindsDevicesInAnyCaseAndPrefersTheNewest(string provider)
    {
        await using var test = TestDatabase.CreateEmpty(Enum.Parse<StorageProvider>(provider));
        var migrator = new Migrator(test.Dialect, NullLogger<Migrator>.Instance);
        migrator.Migrate([.. Migrator.All.TakeWhile(m => !m.Name.Contains("0031", StringComparison.Ordinal))]);
        await AddAsync(test, "lower", "abcdef", ended: false);
        await AddAsync(test, "older", "123abc", ended: false);
        await AddAsync(test, "newer", "123ABC", ended: false);
        await AddAsync(test, "past", "Fedcba", ended: true);
        await AddAsync(test, "first", "aa0", ended: false);
        await AddAsync(test, "second", "Aa0", ended: false);

        test.Migrate();

        var store = new DeviceStore(test.Database);
        Assert.Equal("lower", (await store.FindActiveAsync(Tenant, Person, "aBcDeF", Cancel))!.Enrollment.Id);
        Assert.Equal("newer", (await store.FindActiveAsync(Tenant, Person, "123abc", Cancel))!.Enrollment.Id);
        Assert.Equal("second", (await store.FindActiveAsync(Tenant, Person, "aa0", Cancel))!.Enrollment.Id);
        Assert.Equal("FEDCBA", (await store.FindAsync("past", Cancel))!.Enrollment.DeviceId);
        Assert.Equal("123abc", (await store.FindAsync("older", Cancel))!.Enrollment.DeviceId);
    }

    private static Task AddAsync(TestDatabase test, string id, string deviceId, bool ended) =>
        test.Database.WriteAsync(
            tx =>
                tx.Connection.ExecuteAsync(
                    """
                    INSERT INTO enrollments (enrollment_id, tenant_id, object_id, device_id, upn, person_name, sort_name, device_name, os_version, grouping_name, enrolled_at, ended_at)
                    VALUES (@id, @tenant, @person, @deviceId, 'u', 'p', 'p', 'd', '', 'g', 1, @endedAt);
                    INSERT INTO device_state (enrollment_key, revision, assigned, sent, acknowledged, was_read, next_read, deviations, worst)
                    SELECT enrollment_key, 0, 0, 0, 0, FALSE, 0, 0, 0 FROM enrollments WHERE enrollment_id = @id;
                    """,
                    new
                    {
                        id,
                        tenant = Tenant.ToString("D"),
                        person = Person.ToString("D"),
                        deviceId,
                        endedAt = ended ? 2L : (long?)null,
                    },
                    tx.Inner
                ),
            Cancel
        );
}
