using MamConsole.Server.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace MamConsole.IntegrationTests.Storage;

/// <summary>A new database of one of the two kinds, migrated or empty; disposing of it deletes it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? folder;

    private TestDatabase(StorageOptions options, string? folder)
    {
        Options = options;
        this.folder = folder;
        Dialect = Dialect.For(options);
        Database = new Database(Dialect);
    }

    public StorageOptions Options { get; }

    public Dialect Dialect { get; }

    public Database Database { get; }

    public static TestDatabase Create(StorageProvider provider)
    {
        if (provider == StorageProvider.PostgreSql)
        {
            return OnPostgreSql(MigratedTemplate.CreatePostgreSql());
        }

        var test = OnNewSqliteFile();
        MigratedTemplate.CopySqliteTo(((SqliteDialect)test.Dialect).File);
        return test;
    }

    public static TestDatabase CreateEmpty(StorageProvider provider) =>
        provider == StorageProvider.PostgreSql ? OnPostgreSql(PostgreSqlCluster.CreateDatabase()) : OnNewSqliteFile();

    public void Migrate() => new Migrator(Dialect, NullLogger<Migrator>.Instance).Migrate();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (folder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            PostgreSqlCluster.DropDatabase(Options.ConnectionString);
        }
    }

    private static TestDatabase OnPostgreSql(string connectionString) =>
        new(new StorageOptions { Provider = StorageProvider.PostgreSql, ConnectionString = connectionString }, null);

    private static TestDatabase OnNewSqliteFile()
    {
        var folder = Directory.CreateTempSubdirectory("mamconsole-test-").FullName;
        return new TestDatabase(new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder, "test.db")}" }, folder);
    }
}
