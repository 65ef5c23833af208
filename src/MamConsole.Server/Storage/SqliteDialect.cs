using System.Data.Common;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace MamConsole.Server.Storage;

/// <summary>SQLite: one file, one writer at a time, write-ahead log.</summary>
internal sealed class SqliteDialect : Dialect
{
    // Set on every open, because they apply to one connection and are lost on a new physical one; opening a pooled connection with them
    // takes microseconds.
    private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
    private const string ForReading = Pragmas + "PRAGMA query_only = ON;";
    private const string ForWriting = Pragmas + "PRAGMA query_only = OFF;";

    // SQLite's result codes (sqlite.org/rescode.html).
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    private readonly string connectionString;

    public SqliteDialect(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (builder.DataSource is "" or ":memory:" || builder.Mode == SqliteOpenMode.Memory || builder.Cache == SqliteCacheMode.Shared)
        {
            throw new InvalidOperationException(
                "Storage:ConnectionString must be the path of a database file, without a shared cache, for example 'Data "
                    + "Source=data/mamconsole.db'."
            );
        }

        // After SQLite's own timeout of 5 s the driver would continue to retry until its command timeout.
        builder.DefaultTimeout = 5;
        File = Path.GetFullPath(builder.DataSource);
        builder.DataSource = File;
        this.connectionString = builder.ToString();
    }

    /// <summary>The database file's full path.</summary>
    public string File { get; }

    public override string Name => "SQLite";

    public override bool WritesOneByOne => true;

    public override string SkipLocked => "";

    public override string AcquireLock => "";

    public override string SizeOfAll => "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";

    public override Task<DbConnection> OpenForReadingAsync(CancellationToken cancellationToken) => OpenAsync(ForReading, cancellationToken);

    public override Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken) => OpenAsync(ForWriting, cancellationToken);

    // Acquires the write lock at the start (BEGIN IMMEDIATE), so that a transaction cannot fail to acquire it later.
    public override Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public override string AnyOf(string column, string parameter) => $"{column} IN @{parameter}";

    public override string JsonText(string column, string member) => $"json_extract({column}, '$.\"{member}\"')";

    public override bool IsDuplicate(DbException error) =>
        error is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    // With one writer there are no conflicts. SQLite has already waited for a busy file.
    public override bool IsWorthRetrying(DbException error) => false;

    public override bool IsOutage(DbException error) =>
        error is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or IoError or Full or CannotOpen };

    public override string? Ddl(string word, string table) =>
        word switch
        {
            "identity" => "INTEGER PRIMARY KEY AUTOINCREMENT",
            "bytes" => "BLOB",
            "never_updated" => Reject(table, "UPDATE", "updated"),
            "never_deleted" => Reject(table, "DELETE", "deleted"),
            _ => null,
        };

    public override UpgradeEngineBuilder DeployChanges() =>
        DbUp.DeployChanges.To.SqliteDatabase(Unpooled()).JournalToSqliteTable("schema_versions");

    public override IDisposable LockForMigration()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using var connection = new SqliteConnection(Unpooled());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL;";
        return command.ExecuteScalar() is "wal"
            ? new NoLock()
            : throw new InvalidOperationException(
                $"The file system of {File} does not support the write-ahead log of SQLite. Use a local disk."
            );
    }

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    // A pooled connection may still be read-only from its last use by a reader.
    private string Unpooled() => new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();

    private static string Reject(string table, string action, string done) =>
        $"""
            CREATE TRIGGER {table}_never_{done} BEFORE {action} ON {table}
            BEGIN SELECT RAISE(ABORT, 'Rows of {table} are never {done}.'); END;
            """;

    private async Task<DbConnection> OpenAsync(string pragmas, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // One process owns the file, and DbUp's own transactions acquire its write lock.
    private sealed class NoLock : IDisposable
    {
        public void Dispose() { }
    }
}
