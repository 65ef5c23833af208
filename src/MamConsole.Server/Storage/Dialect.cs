using System.Data.Common;
using DbUp.Builder;

namespace MamConsole.Server.Storage;

/// <summary>
/// Everything the two databases disagree about; every other SQL text is the same on both. Closed: <see cref="SqliteDialect"/> and
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

    /// <summary>An open connection on which the database refuses to write.</summary>
    public abstract Task<DbConnection> OpenForReadingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// An open connection whose commits are on the disk when they return. Only <see cref="SingleWriterLock"/> asks for one.
    /// </summary>
    public abstract Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that will write.</summary>
    public abstract Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The condition that a column holds one of a list's values. Pass the list as an array.</summary>
    /// <param name="column">The column's name, never text from outside.</param>
    /// <param name="parameter">The parameter's name without its sign.</param>
    public abstract string AnyOf(string column, string parameter);

    /// <summary>The text of one member of a JSON object that a column holds as text; NULL where there is no such member.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="member">The member's name, without quotes; neither is ever text from outside.</param>
    public abstract string JsonText(string column, string member);

    /// <summary>
    /// Ends the inner SELECT of a claim, so that no two sessions get the same row. Repeat the row's state in the outer WHERE as well:
    /// PostgreSQL needs both.
    /// </summary>
    public abstract string SkipLocked { get; }

    /// <summary>
    /// Holds back every other transaction that takes the same <c>@turn</c> until this one ends, so that what it counts stays true while it
    /// writes; empty where only one transaction writes at a time anyway.
    /// </summary>
    public abstract string AcquireLock { get; }

    /// <summary>Selects how many bytes the whole database takes.</summary>
    public abstract string SizeOfAll { get; }

    /// <summary>Whether a unique key refused the row.</summary>
    public abstract bool IsDuplicate(DbException error);

    /// <summary>
    /// Whether the database undid the work only because of others (deadlock, serialization), so that doing it again may succeed.
    /// </summary>
    public abstract bool IsWorthRetrying(DbException error);

    /// <summary>
    /// Whether the database is out of reach, full or held by somebody else: nothing is wrong with the work, and later it may succeed.
    /// </summary>
    public abstract bool IsOutage(DbException error);

    /// <summary>The words that migrations write in double braces, such as <c>{{identity}}</c>.</summary>
    /// <param name="word">The word.</param>
    /// <param name="table">The table that follows it, or empty.</param>
    /// <returns>Its SQL, or null when there is no such word.</returns>
    public abstract string? Ddl(string word, string table);

    /// <summary>DbUp for this database, with its journal.</summary>
    public abstract UpgradeEngineBuilder DeployChanges();

    /// <summary>
    /// Keeps other nodes from migrating at the same time until it is disposed, and prepares the database for its first use.
    /// </summary>
    public abstract IDisposable LockForMigration();

    public abstract ValueTask DisposeAsync();
}
