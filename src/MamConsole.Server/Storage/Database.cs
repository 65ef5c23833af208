using System.Data.Common;

namespace MamConsole.Server.Storage;

/// <summary>
/// Access to the database. Stores are stateless singletons that use it: a connection is opened for one operation and never held. A write
/// may run again when the database rolled it back because of concurrent writes, so it must change nothing outside its transaction; act on
/// the result only after the write returned.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    /// <summary>How often a write is attempted before its exception is thrown.</summary>
    public const int MaximumAttempts = 3;

    private readonly SingleWriterLock writerLock;
    private readonly GroupCommit commits;

    public Database(Dialect dialect)
    {
        SqlTypes.Register();
        Dialect = dialect;
        writerLock = new SingleWriterLock(dialect);
        commits = new GroupCommit(writerLock);
    }

    public Dialect Dialect { get; }

    /// <summary>The number of callers waiting in <see cref="CommitAsync"/>: high when the disk is slow.</summary>
    public int WaitingCommits => commits.Waiting;

    /// <summary>Reads on a connection that cannot write.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await Dialect.OpenForReadingAsync(cancellationToken);
        return await read(connection);
    }

    /// <summary>
    /// Runs the work in its own transaction; returns only after the commit is on the disk. For operations of administrators: infrequent,
    /// and with more than a few statements.
    /// </summary>
    /// <exception cref="DbException">The database rejected the work or is unavailable; nothing was written (unless the connection was lost
    /// during the commit itself).</exception>
    public async Task<T> WriteAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
    {
        SingleWriterLock.ThrowIfNested();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await writerLock.BeginAsync(cancellationToken);
                var result = await SingleWriterLock.RunAsync(work, transaction);
                await transaction.Inner.CommitAsync(CancellationToken.None);
                return result;
            }
            catch (DbException e) when (attempt < MaximumAttempts && Dialect.IsWorthRetrying(e))
            {
                // Concurrent writes were committed first; the work runs again from the start.
            }
        }
    }

    /// <summary>
    /// Runs the work in the next group commit; returns only after the group is on the disk. A failure of other work in the group has no
    /// effect on it. For operations of devices: frequent, and with few statements.
    /// </summary>
    /// <exception cref="DbException">As in <see cref="WriteAsync"/>.</exception>
    public Task<T> CommitAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
    {
        SingleWriterLock.ThrowIfNested();
        return commits.CommitAsync(work, cancellationToken);
    }

    /// <summary>Completes the pending commits.</summary>
    public async ValueTask DisposeAsync()
    {
        await commits.DisposeAsync();
        writerLock.Dispose();
        await Dialect.DisposeAsync();
    }
}
