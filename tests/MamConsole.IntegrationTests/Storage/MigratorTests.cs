using Dapper;
using MamConsole.Server.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace MamConsole.IntegrationTests.Storage;

public sealed class MigratorTests
{
    [Fact]
    public async Task Migrate_CreatesTheSameTablesAndColumnsOnBothDatabases()
    {
        await using var sqlite = TestDatabase.Create(StorageProvider.Sqlite);
        await using var postgres = TestDatabase.Create(StorageProvider.PostgreSql);

        var expected = await ColumnsAsync(
            sqlite,
            """
            SELECT m.name || '.' || p.name || CASE WHEN p."notnull" = 1 OR p.pk = 1 THEN '' ELSE ' null' END
            FROM sqlite_master m, pragma_table_info(m.name) p
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'schema_versions'
            """
        );
        var actual = await ColumnsAsync(
            postgres,
            """
            SELECT table_name || '.' || column_name || CASE WHEN is_nullable = 'NO' THEN '' ELSE ' null' END
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_versions'
            """
        );

        Assert.Equal(expected, actual);
        Assert.Contains("policy_versions.document", expected);
    }

    [Theory, EveryDatabase]
    public async Task Migrate_AgainChangesNothing(string provider)
    {
        await using var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));

        test.Migrate();

        Assert.Equal(Migrator.All.Select(m => m.Name), await JournalAsync(test));
    }

    [Fact]
    public async Task Migrate_OfFourNodesConcurrentlySucceedsOnPostgreSql()
    {
        await using var test = TestDatabase.CreateEmpty(StorageProvider.PostgreSql);
        using var start = new Barrier(4);

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            start.SignalAndWait(TestContext.Current.CancellationToken);
                            test.Migrate();
                        },
                        TestContext.Current.CancellationToken,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );

        Assert.Equal(Migrator.All.Select(m => m.Name), await JournalAsync(test));
    }

    [Theory, EveryDatabase]
    public async Task Migrate_RunsTheMissingSteps(string provider)
    {
        await using var test = TestDatabase.CreateEmpty(Enum.Parse<StorageProvider>(provider));
        var migrator = new Migrator(test.Dialect, NullLogger<Migrator>.Instance);
        migrator.Migrate([Migrator.All[0]]);
        var next = new Migration("9000_next", "ALTER TABLE policies ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey';");

        migrator.Migrate([.. Migrator.All, next]);

        Assert.Equal([.. Migrator.All.Select(m => m.Name), "9000_next"], await JournalAsync(test));
    }

    [Theory, EveryDatabase]
    public async Task Migrate_RejectsANewerDatabaseUnchanged(string provider)
    {
        await using var test = TestDatabase.CreateEmpty(Enum.Parse<StorageProvider>(provider));
        var migrator = new Migrator(test.Dialect, NullLogger<Migrator>.Instance);
        migrator.Migrate([new Migration("9999_future", "CREATE TABLE future (x BIGINT NOT NULL);")]);

        var error = Assert.Throws<InvalidOperationException>(test.Migrate);

        Assert.Contains("9999_future", error.Message, StringComparison.Ordinal);
        Assert.Equal(["9999_future"], await JournalAsync(test));
    }

    [Theory, EveryDatabase]
    public async Task Migrate_RollsBackAFailedStep(string provider)
    {
        await using var test = TestDatabase.CreateEmpty(Enum.Parse<StorageProvider>(provider));
        var migrator = new Migrator(test.Dialect, NullLogger<Migrator>.Instance);
        Migration[] broken =
        [
            new("0001_good", "CREATE TABLE good (x BIGINT NOT NULL);"),
            new("0002_bad", "CREATE TABLE half (x BIGINT NOT NULL); INSERT INTO nowhere VALUES (1);"),
        ];

        var error = Assert.Throws<InvalidOperationException>(() => migrator.Migrate(broken));

        Assert.Contains("0002_bad", error.Message, StringComparison.Ordinal);
        Assert.Equal(["0001_good"], await JournalAsync(test));
        migrator.Migrate([broken[0], new("0002_bad", "CREATE TABLE half (x BIGINT NOT NULL);")]);
        Assert.Equal(["0001_good", "0002_bad"], await JournalAsync(test));
    }

    [Fact]
    public async Task Migrate_ReportsAnUnknownPlaceholder()
    {
        await using var test = TestDatabase.CreateEmpty(StorageProvider.Sqlite);
        var migrator = new Migrator(test.Dialect, NullLogger<Migrator>.Instance);

        var error = Assert.Throws<InvalidOperationException>(() =>
            migrator.Migrate([new Migration("0001_x", "CREATE TABLE x (y {{colour}});")])
        );

        Assert.Contains("{{colour}}", error.Message, StringComparison.Ordinal);
    }

    private static Task<List<string>> ColumnsAsync(TestDatabase test, string sql) =>
        test.Database.ReadAsync(
            async connection => (await connection.QueryAsync<string>(sql)).Order(StringComparer.Ordinal).ToList(),
            TestContext.Current.CancellationToken
        );

    private static Task<List<string>> JournalAsync(TestDatabase test) => ColumnsAsync(test, "SELECT scriptname FROM schema_versions");
}
