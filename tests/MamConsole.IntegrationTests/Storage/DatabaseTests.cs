using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.IntegrationTests.Storage;

public sealed class DatabaseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Read_CannotWrite(string provider)
    {
        await using var test = await WithTableAsync(provider);

        await Assert.ThrowsAnyAsync<DbException>(() =>
            test.Database.ReadAsync(c => c.ExecuteAsync("INSERT INTO things (name) VALUES ('x')"), Cancel)
        );
    }

    [Theory, EveryDatabase]
    public async Task Write_ThatFailsStoresNothingAndAllowsTheNextOne(string provider)
    {
        await using var test = await WithTableAsync(provider);

        await Assert.ThrowsAsync<TimeoutException>(() =>
            test.Database.WriteAsync<int>(
                async tx =>
                {
                    await tx.ExecuteAsync("INSERT INTO things (name) VALUES ('lost')");
                    throw new TimeoutException();
                },
                Cancel
            )
        );
        await InsertAsync(test, "kept");

        Assert.Equal(["kept"], await NamesAsync(test));
    }

    [Theory, EveryDatabase]
    public async Task Dialect_DistinguishesADuplicateFromOtherErrors(string provider)
    {
        await using var test = await WithTableAsync(provider);
        await InsertAsync(test, "one");

        var duplicate = await Assert.ThrowsAnyAsync<DbException>(() => InsertAsync(test, "one"));
        var missing = await Assert.ThrowsAnyAsync<DbException>(() => InsertAsync(test, null));

        Assert.True(test.Dialect.IsDuplicate(duplicate));
        Assert.False(test.Dialect.IsDuplicate(missing));
        Assert.False(test.Dialect.IsOutage(duplicate));
    }

    [Theory, EveryDatabase]
    public async Task Write_OfBothKindsFromManyCallersStoresAll(string provider)
    {
        await using var test = await WithTableAsync(provider);

        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i =>
                    Task.Run(
                        () =>
                            i % 2 == 0
                                ? InsertAsync(test, $"{i}")
                                : test.Database.CommitAsync(
                                    tx => tx.ExecuteAsync("INSERT INTO things (name) VALUES (@name)", new { name = $"{i}" }),
                                    Cancel
                                ),
                        Cancel
                    )
                )
        );

        Assert.Equal(200, (await NamesAsync(test)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Write_InsideAWriteIsRejected(string provider)
    {
        await using var test = await WithTableAsync(provider);

        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.WriteAsync(_ => InsertAsync(test, "a"), Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.CommitAsync(_ => InsertAsync(test, "b"), Cancel));

        Assert.Empty(await NamesAsync(test));
    }

    [Fact]
    public async Task SqliteConnection_WritesWithFullSynchronization()
    {
        await using var test = await WithTableAsync(nameof(StorageProvider.Sqlite));
        var seen = new ConcurrentBag<(string Synchronous, string Journal, string ForeignKeys, string Busy)>();
        async Task<int> LookAsync(Transaction tx)
        {
            seen.Add(
                (
                    (await tx.ScalarAsync<string>("PRAGMA synchronous"))!,
                    (await tx.ScalarAsync<string>("PRAGMA journal_mode"))!,
                    (await tx.ScalarAsync<string>("PRAGMA foreign_keys"))!,
                    (await tx.ScalarAsync<string>("PRAGMA busy_timeout"))!
                )
            );
            return 0;
        }

        // Readers run between the writers, so that the pool uses more than one physical connection.
        await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    Task.Run(
                        async () =>
                            _ = (i % 3) switch
                            {
                                0 => await test.Database.WriteAsync(LookAsync, Cancel),
                                1 => await test.Database.CommitAsync(LookAsync, Cancel),
                                _ => (await NamesAsync(test)).Count,
                            },
                        Cancel
                    )
                )
        );

        Assert.Equal(40, seen.Count);
        Assert.All(seen, s => Assert.Equal(("2", "wal", "1", "5000"), s));
    }

    [Theory, EveryDatabase]
    public async Task Read_ReturnsInstantsAndIdsUnchanged(string provider)
    {
        await using var test = await WithTableAsync(provider);
        var row = new Row
        {
            Name = "x",
            At = new DateTimeOffset(2026, 3, 4, 5, 6, 7, 891, TimeSpan.FromHours(2)),
            Id = Guid.CreateVersion7(),
            Kind = StorageProvider.PostgreSql,
            Open = true,
        };
        await test.Database.WriteAsync(
            tx => tx.ExecuteAsync("INSERT INTO things (name, at, id, kind, open) VALUES (@Name, @At, @Id, @Kind, @Open)", row),
            Cancel
        );

        var (back, at, id) = await test.Database.ReadAsync(
            async c =>
                (
                    await c.QuerySingleAsync<Row>("SELECT name, at, id, kind, open FROM things"),
                    await c.ExecuteScalarAsync<long>("SELECT at FROM things"),
                    await c.ExecuteScalarAsync<string>("SELECT id FROM things")
                ),
            Cancel
        );

        Assert.Equal(row, back);
        Assert.Equal(row.At.ToUnixTimeMilliseconds(), at);
        Assert.Equal(row.Id.ToString("D"), id);
    }

    [Fact]
    public async Task Dialect_ReportsAnUnreachableDatabaseAsAnOutage()
    {
        await using var nowhere = new Database(
            Dialect.For(
                new StorageOptions
                {
                    Provider = StorageProvider.PostgreSql,
                    ConnectionString = "Host=127.0.0.1;Port=1;Username=x;Password=x;Database=x",
                }
            )
        );
        var folder = Directory.CreateTempSubdirectory("mamconsole-test-").FullName;
        await using var noFolder = new Database(
            Dialect.For(new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder, "gone", "x.db")}" })
        );
        foreach (var database in new[] { nowhere, noFolder })
        {
            var error = await Assert.ThrowsAnyAsync<DbException>(() => database.CommitAsync(tx => tx.ExecuteAsync("SELECT 1"), Cancel));

            Assert.True(database.Dialect.IsOutage(error), $"{database.Dialect.Name}: {error}");
        }

        Directory.Delete(folder);
    }

    [Theory, EveryDatabase]
    public async Task AnyOf_MatchesAListOfValues(string provider)
    {
        await using var test = await WithTableAsync(provider);
        foreach (var name in new[] { "a", "b", "c" })
        {
            await InsertAsync(test, name);
        }

        var found = await test.Database.ReadAsync(
            async c =>
                (
                    await c.QueryAsync<string>(
                        $"SELECT name FROM things WHERE {test.Dialect.AnyOf("name", "names")} ORDER BY name",
                        new { names = new[] { "a", "c", "z" } }
                    )
                ).AsList(),
            Cancel
        );

        Assert.Equal(["a", "c"], found);
    }

    [Theory, EveryDatabase]
    public async Task SkipLocked_LetsOneCallerClaimARow(string provider)
    {
        await using var test = await WithTableAsync(provider);
        foreach (var i in Enumerable.Range(0, 20))
        {
            await InsertAsync(test, $"{i}");
        }

        var claim = $"""
            UPDATE things SET open = FALSE
            WHERE open AND name = (SELECT name FROM things WHERE open ORDER BY name LIMIT 1 {test.Dialect.SkipLocked})
            RETURNING name
            """;
        var claimed = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => Task.Run(() => test.Database.WriteAsync(tx => tx.ScalarAsync<string>(claim), Cancel), Cancel))
        );

        Assert.Equal(claimed.Length, claimed.Distinct().Count());
    }

    private static async Task<TestDatabase> WithTableAsync(string provider)
    {
        var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        await test.Database.WriteAsync(
            tx =>
                tx.ExecuteAsync(
                    "CREATE TABLE things (name TEXT NOT NULL PRIMARY KEY, at BIGINT NULL, id TEXT NULL, kind INTEGER NULL, open "
                        + "BOOLEAN NOT NULL DEFAULT TRUE)"
                ),
            Cancel
        );
        return test;
    }

    private static Task<int> InsertAsync(TestDatabase test, string? name) =>
        test.Database.WriteAsync(tx => tx.ExecuteAsync("INSERT INTO things (name) VALUES (@name)", new { name }), Cancel);

    private static Task<List<string>> NamesAsync(TestDatabase test) =>
        test.Database.ReadAsync(async c => (await c.QueryAsync<string>("SELECT name FROM things ORDER BY name")).AsList(), Cancel);

    private sealed record Row
    {
        public required string Name { get; init; }

        public required DateTimeOffset At { get; init; }

        public required Guid Id { get; init; }

        public required StorageProvider Kind { get; init; }

        public required bool Open { get; init; }
    }
}
