using System.Data.Common;
using DbUp.Builder;

namespace MamConsole.Server.Storage;

/// <summary>
/// All differences between the two databases; every other SQL text is the same on both. Closed: <see cref="SqliteDialect"/> and
/// <see cref="PostgreSqlDialect"/>.
/// </summary>
internal abstract class Dialect : IAsyncDisposable
{
    private protected Dialect() { }

    public static Dialect For(StorageOptions options) =>
        options.Provider switch
        {
            StorageProvider.Sqlite => new SqliteDialect(options.ConnectionString),
            StorageProvider.PostgreSql => new PostgreSqlDialect(options.ConnectionString),
            _ => throw new ArgumentOutOfRangeException(nameof(options)),
        };

    /// <summary>For messages and logs.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Whether only one transaction may write at a time, so that writers must queue in the process instead of in the database.
    /// </summary>
    public abstract bool WritesOneByOne { get; }

    /// <summary>Opens a connection on which the database rejects writes.</summary>
    public abstract Task<DbConnection> OpenForReadingAsync(CancellationToken cancellationToken);

    /// <summary>Opens a connection whose commits are on the disk when they return. Used only by <see cref="SingleWriterLock"/>.</summary>
    public abstract Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that will write.</summary>
    public abstract Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The condition that a column contains one of a list's values. Pass the list as an array.</summary>
    /// <param name="column">The column's name, never external text.</param>
    /// <param name="parameter">The parameter's name without its prefix.</param>
    public abstract string AnyOf(string column, string parameter);

    /// <summary>The text of one member of a JSON object that is stored as text; NULL when the member does not exist.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="member">The member's name, without quotes. Neither argument is ever external text.</param>
    public abstract string JsonText(string column, string member);

    /// <summary>
    /// The end of the inner SELECT of a claim, so that no two sessions get the same row. Repeat the row's state in the outer WHERE as well:
    /// PostgreSQL requires both.
    /// </summary>
    public abstract string SkipLocked { get; }

    /// <summary>
    /// Blocks every other transaction that acquires the lock of the same <c>@turn</c> until this one ends, so that counted rows stay valid
    /// while it writes; empty when only one transaction writes at a time anyway.
    /// </summary>
    public abstract string AcquireLock { get; }

    /// <summary>Selects the size of the whole database in bytes.</summary>
    public abstract string SizeOfAll { get; }

    /// <summary>Whether a unique key rejected the row.</summary>
    public abstract bool IsDuplicate(DbException error);

    /// <summary>
    /// Whether the database rolled the work back only because of concurrent transactions (deadlock, serialization), so that a retry may
    /// succeed.
    /// </summary>
    public abstract bool IsWorthRetrying(DbException error);

    /// <summary>Whether the database is unavailable, full or locked: the work itself is valid and may succeed later.</summary>
    public abstract bool IsOutage(DbException error);

    /// <summary>The placeholders that migrations write in double braces, such as <c>{{identity}}</c>.</summary>
    /// <param name="word">The placeholder.</param>
    /// <param name="table">The table that follows it, or empty.</param>
    /// <returns>Its SQL, or null for an unknown placeholder.</returns>
    public abstract string? Ddl(string word, string table);

    /// <summary>Creates the DbUp engine for this database, with its journal.</summary>
    public abstract UpgradeEngineBuilder DeployChanges();

    /// <summary>
    /// Prevents other nodes from migrating at the same time until it is disposed, and prepares the database for its first use.
    /// </summary>
    public abstract IDisposable LockForMigration();

    public abstract ValueTask DisposeAsync();
}
