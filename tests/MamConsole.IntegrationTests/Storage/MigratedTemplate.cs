using MamConsole.Server.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace MamConsole.IntegrationTests.Storage;

/// <summary>
/// A migrated, empty database of each kind, created once for the whole run and copied for each test, because running every migration takes
/// longer than most tests. The migrations are tested separately, starting with an empty database (<see cref="MigratorTests"/>).
/// </summary>
internal static class MigratedTemplate
{
    private static readonly Lazy<string> Sqlite = new(MigrateSqlite);
    private static readonly Lazy<string> PostgreSql = new(MigratePostgreSql);

    /// <summary>Copies the migrated database to a new file, which must not exist yet.</summary>
    public static void CopySqliteTo(string file) => File.Copy(Sqlite.Value, file);

    /// <summary>The connection string of a new database with the migrated schema.</summary>
    public static string CreatePostgreSql() => PostgreSqlCluster.CreateDatabase(PostgreSql.Value);

    private static string MigrateSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("mamconsole-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "template.db");

        // Without a pool, closing the last connection writes the log back into the file, which is complete afterwards.
        Migrate(new StorageOptions { ConnectionString = $"Data Source={file};Pooling=False" });
        return file;
    }

    private static string MigratePostgreSql()
    {
        var connection = new NpgsqlConnectionStringBuilder(PostgreSqlCluster.CreateDatabase()) { Pooling = false };
        Migrate(new StorageOptions { Provider = StorageProvider.PostgreSql, ConnectionString = connection.ToString() });
        return connection.Database!;
    }

    private static void Migrate(StorageOptions options) => new Migrator(Dialect.For(options), NullLogger<Migrator>.Instance).Migrate();
}
