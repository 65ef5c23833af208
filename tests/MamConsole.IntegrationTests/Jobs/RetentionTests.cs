using Dapper;
using MamConsole.DemoTenant;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Jobs;
using MamConsole.Server.Storage;
using MamConsole.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.IntegrationTests.Jobs;

public sealed class RetentionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task PruneHistory_DeletesOldSessionsExceptTheEnrollmentRecord(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(5));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                journey.Time.Advance(TimeSpan.FromDays(20));
                await journey.PublishAsync(WorkPolicies.Locking(6));
                await journey.SyncAsync(device);
                Assert.Equal(3, await CountAsync(journey));

                await PruneAsync(journey);
                Assert.Equal(3, await CountAsync(journey));

                journey.Time.Advance(TimeSpan.FromDays(11));
                Assert.Equal("Removed 1 session.", await PruneAsync(journey));
                Assert.Equal(2, await CountAsync(journey));
                Assert.Equal(
                    0,
                    await journey.ScalarAsync<long>(
                        "SELECT count(*) FROM conversation_messages WHERE conversation_key NOT IN (SELECT conversation_key FROM "
                            + "conversations)"
                    )
                );

                journey.Time.Advance(TimeSpan.FromDays(31));
                await PruneAsync(journey);
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM conversations WHERE kind = 2"));
                Assert.Equal(1, await CountAsync(journey));
            },
            ("Retention:ConversationDays", "30")
        );

    [Theory, EveryDatabase]
    public Task PruneHistory_RetainsTheNewestSessionsOfADevice(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var other = await journey.EnrolledAsync(journey.Person(1));
                await AddAsync(journey, device, 260);

                await AddAsync(journey, other, 1);
                var newest = (
                    await journey.Get<SessionStore>().ListAsync((await journey.RecordAsync(device)).Enrollment.Key, null, 5, Cancel)
                ).Select(c => c.Key);

                Assert.Equal("Removed 255 sessions.", await PruneAsync(journey));

                var remaining = await journey
                    .Get<SessionStore>()
                    .ListAsync((await journey.RecordAsync(device)).Enrollment.Key, null, 100, Cancel);
                Assert.Equal(6, remaining.Count);
                Assert.Equal(SessionRecordKind.Enrollment, remaining[^1].Kind);
                Assert.Equal(newest, remaining.Take(5).Select(c => c.Key));
                Assert.Equal(
                    2,
                    (
                        await journey.Get<SessionStore>().ListAsync((await journey.RecordAsync(other)).Enrollment.Key, null, 100, Cancel)
                    ).Count
                );
                Assert.Equal("", await PruneAsync(journey));
            },
            ("Retention:ConversationsPerDevice", "5")
        );

    [Theory, EveryDatabase]
    public Task PruneHistory_ContinuesAfterAnAbortedRun(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                await AddAsync(journey, device, 260);

                // The first batch of one hundred rows succeeds, the second one fails.
                var threshold = await journey.ScalarAsync<long>("SELECT min(conversation_key) FROM conversations") + 120;
                var isSqlite = journey.Database.Dialect is SqliteDialect;
                await RunAsync(
                    isSqlite
                        ? $"CREATE TRIGGER break_off BEFORE DELETE ON conversations WHEN OLD.conversation_key = {threshold} BEGIN "
                            + "SELECT RAISE(ABORT, 'broken off'); END"
                        : $"""
                        CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN IF OLD.conversation_key = {threshold} THEN RAISE EXCEPTION 'broken off'; END IF; RETURN OLD; END $body$;
                        CREATE TRIGGER break_off BEFORE DELETE ON conversations FOR EACH ROW EXECUTE FUNCTION break_off();
                        """
                );

                await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => PruneAsync(journey));
                var left = await CountAsync(journey);
                Assert.InRange(left, 7, 261);
                Assert.Equal(
                    0,
                    await journey.ScalarAsync<long>(
                        "SELECT count(*) FROM conversation_messages WHERE conversation_key NOT IN (SELECT conversation_key FROM "
                            + "conversations)"
                    )
                );

                await RunAsync(isSqlite ? "DROP TRIGGER break_off" : "DROP TRIGGER break_off ON conversations; DROP FUNCTION break_off()");
                Assert.Null(await PruneAsync(journey));
                journey.Time.Advance(JobLease.Length + TimeSpan.FromMinutes(1));
                Assert.Equal($"Removed {left - 6} sessions.", await PruneAsync(journey));
                Assert.Equal(6, await CountAsync(journey));

                Task RunAsync(string sql) => journey.Database.WriteAsync(tx => tx.ExecuteAsync(sql), Cancel);
            },
            ("Retention:ConversationsPerDevice", "5")
        );

    [Theory, EveryDatabase]
    public Task PruneHistory_DeletesEndedEnrollmentsAndRecordsIt(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                var first = Journey.IdOf(device);
                device = await journey.EnrolledAsync(change: p => p with { DeviceId = device.Profile.DeviceId });
                await journey.SyncAsync(device);

                journey.Time.Advance(TimeSpan.FromDays(89));
                await PruneAsync(journey);
                Assert.NotNull(await journey.Get<DeviceStore>().FindAsync(first, Cancel));

                journey.Time.Advance(TimeSpan.FromDays(2));
                Assert.Contains("1 ended enrollment", await PruneAsync(journey), StringComparison.Ordinal);
                Assert.Null(await journey.Get<DeviceStore>().FindAsync(first, Cancel));
                Assert.NotNull(await journey.Get<DeviceStore>().FindAsync(Journey.IdOf(device), Cancel));
                var recorded = (await journey.Get<AuditStore>().PageAsync(new AuditFilter { SubjectId = first }, Cancel)).Entries;
                Assert.Equal(("enrollmentForgotten", "Retention"), (recorded[0].Action, recorded[0].Actor.DisplayName));
            },
            ("Retention:EndedEnrollmentDays", "90")
        );

    [Theory, EveryDatabase]
    public Task PruneHistory_DeletesOldAuditEventsWhenConfigured(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                for (var i = 0; i < 3; i++)
                {
                    await journey.PublishAsync(WorkPolicies.Locking(5 + i));
                }

                var before = await journey.ScalarAsync<long>("SELECT count(*) FROM audit_events");
                journey.Time.Advance(TimeSpan.FromDays(364));
                await PruneAsync(journey);
                Assert.Equal(before, await journey.ScalarAsync<long>("SELECT count(*) FROM audit_events"));

                await journey.PublishAsync(WorkPolicies.Locking(9));
                journey.Time.Advance(TimeSpan.FromDays(2));
                Assert.Equal($"Removed {before} audit events.", await PruneAsync(journey));
                var left = (await journey.Get<AuditStore>().PageAsync(new AuditFilter { Take = 100 }, Cancel)).Entries;
                Assert.Equal(("auditPruned", before), (left[0].Action, left[0].Event.GetProperty("events").GetInt64()));
                Assert.All(left.Skip(1), e => Assert.True(e.Sequence > before));
            },
            ("Retention:AuditDays", "365")
        );

    [Theory, EveryDatabase]
    public async Task EnrollmentRows_ListsEveryTableWithAnEnrollmentKey(string provider)
    {
        await using var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        var tables = await test.Database.ReadAsync(
            async c =>
                (
                    await c.QueryAsync<string>(
                        provider == "Sqlite"
                            ? "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'enrollment_key' "
                                + "WHERE m.type = 'table' AND m.name <> 'enrollments'"
                            : "SELECT table_name FROM information_schema.columns WHERE column_name = 'enrollment_key' AND "
                                + "table_schema = 'public' AND table_name <> 'enrollments'"
                    )
                ).ToArray(),
            Cancel
        );

        Assert.Equal(tables.Order(), EnrollmentRows.Tables.Order());
    }

    [Theory, EveryDatabase]
    public Task JobLease_IsHeldByOneServerAndRejectsWritesAfterItsLoss(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TakeAsync()));
                var mine = Assert.Single(leases, l => l is not null)!;
                Assert.Equal(
                    1,
                    await mine.WriteAsync(
                        tx => tx.ExecuteAsync("DELETE FROM history_sizes WHERE day = -1").ContinueWith(_ => 1, TaskScheduler.Default),
                        Cancel
                    )
                );

                journey.Time.Advance(JobLease.Length + TimeSpan.FromSeconds(1));
                var theirs = (await TakeAsync())!;
                await Assert.ThrowsAsync<JobLeaseLostException>(() =>
                    mine.WriteAsync(tx => tx.ExecuteAsync("DELETE FROM conversations"), Cancel)
                );
                await mine.EndAsync("too late", journey.Time.GetUtcNow(), Cancel);
                Assert.Null(await TakeAsync());

                await theirs.EndAsync("done", journey.Time.GetUtcNow(), Cancel);
                Assert.Equal("done", await journey.ScalarAsync<string>("SELECT said FROM job_leases WHERE name = 'a-job'"));
                Assert.NotNull(await TakeAsync());

                Task<JobLease?> TakeAsync() =>
                    JobLease.TakeAsync(journey.Database, "a-job", TimeSpan.Zero, always: true, journey.Time, Cancel);
            }
        );

    [Fact]
    public async Task JobSchedule_RunsADueJob()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow.ToInstant());
        await using var server = await TestServer.StartAsync(
            new TestServerOptions
            {
                Tenant = new DemoTenantOptions { People = 1, Clock = time },
                Services = services => services.AddSingleton<TimeProvider>(time),
            }
        );
        var database = server.Services.GetRequiredService<Database>();

        // The clock advances until the job is due.
        await Eventually.TrueAsync(
            "the job has ended",
            async () =>
            {
                time.Advance(TimeSpan.FromMinutes(1));
                return await EndedAsync() is not null;
            }
        );

        Assert.True(await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM history_sizes"), Cancel) >= 6);

        Task<long?> EndedAsync() =>
            database.ReadAsync(
                c => c.ExecuteScalarAsync<long?>($"SELECT max(ended_at) FROM job_leases WHERE name = '{PruneHistory.JobName}'"),
                Cancel
            );
    }

    [Theory, EveryDatabase]
    public Task ReconcileCounters_RepairsWrongCounters(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                await journey.EnrolledAsync(journey.Person(1));
                Assert.Equal("", await journey.Get<ReconcileCounters>().RunOnceAsync(Cancel));

                await journey.Database.WriteAsync(
                    async tx =>
                    {
                        await tx.ExecuteAsync("UPDATE fleet_counters SET devices = devices + 3");
                        return await tx.ExecuteAsync(
                            "INSERT INTO fleet_counters (assigned, acknowledged, sent, worst, was_read, enforces, devices) VALUES (99, "
                                + "99, 99, 0, TRUE, 2, 5)"
                        );
                    },
                    Cancel
                );

                Assert.Contains("Repaired", await journey.Get<ReconcileCounters>().RunOnceAsync(Cancel), StringComparison.Ordinal);
                await FleetCount.CheckAsync(journey.Database, Cancel);
                Assert.Equal("", await journey.Get<ReconcileCounters>().RunOnceAsync(Cancel));
            }
        );

    [Theory, EveryDatabase]
    public Task RetentionReport_CountsTheStoredRecords(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Everything);
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);

                // The sizes are measured for the report, because no job has measured them yet.
                var report = (await journey.Get<RetentionQueries>().GetAsync(Journey.HelpDesk, Cancel)).Value();
                Assert.True(report.DatabaseBytes > 50_000);
                Assert.Equal(
                    [2L, 1L, 1L],
                    new[] { "Sessions", "Enrolled and ended PCs", "Policy versions" }.Select(n =>
                        report.Kinds.Single(k => k.Name == n).Entries
                    )
                );
                var stored = await journey.ScalarAsync<long>("SELECT sum(length(request) + length(answer)) FROM conversation_messages");
                Assert.InRange(report.Kinds[0].Bytes, stored, stored + 2_000);
                Assert.Null(report.LastRun);

                await PruneAsync(journey);
                report = (await journey.Get<RetentionQueries>().GetAsync(Journey.HelpDesk, Cancel)).Value();
                Assert.Equal((journey.Time.GetUtcNow(), ""), (report.LastRun!.EndedAt, report.LastRun.Result));
                Assert.True(report.LastRun.NextAt > journey.Time.GetUtcNow().AddMinutes(59));
                Assert.True(report.Reaches >= report.DatabaseBytes);
                Assert.Equal(2.0, report.Kinds[0].AddedInADay);
            }
        );

    private static Task<string?> PruneAsync(Journey journey) => journey.Get<PruneHistory>().RunOnceAsync(Cancel);

    private static Task<long> CountAsync(Journey journey) => journey.ScalarAsync<long>("SELECT count(*) FROM conversations");

    /// <summary>Inserts the rows of sessions without running sessions.</summary>
    private static Task<bool> AddAsync(Journey journey, SimulatedDevice device, int count) =>
        journey.Database.WriteAsync(
            async tx =>
            {
                for (var i = 0; i < count; i++)
                {
                    var key = await tx.ScalarAsync<long>(
                        """
                        INSERT INTO conversations (enrollment_key, kind, session_id, began_at, last_at, ending, idle, times, messages, extras, wrote, asked, done, refused,
                            bytes_in, bytes_out, stored_bytes, took_us, assigned, acknowledged_before, acknowledged_after)
                        SELECT enrollment_key, 1, '1', @now, @now, 1, 0, 1, 1, 0, 1, 0, 1, 0, 10, 10, 0, 1, 0, 0, 0 FROM enrollments WHERE enrollment_id = @id
                        RETURNING conversation_key
                        """,
                        new { now = journey.Time.GetInstant(), id = Journey.IdOf(device) }
                    );
                    await tx.ExecuteAsync(
                        "INSERT INTO conversation_messages (conversation_key, number, received_at, took_us, kind, message_id, status, "
                            + "request_bytes, answer_bytes) VALUES (@key, 1, 0, 1, 0, 1, 200, 10, 10)",
                        new { key }
                    );
                }

                return true;
            },
            Cancel
        );
}
