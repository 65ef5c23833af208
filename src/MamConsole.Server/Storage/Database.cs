using System.Data.Common;

namespace MamConsole.Server.Storage;

/// <summary>
/// The database. Stores are stateless singletons over it: a connection is opened for one call and never kept. Work that writes may run
/// again when the database undid it because of others, so it changes nothing outside its transaction; wait for the result, then tell.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    /// <summary>How often work is run before its error is the caller's.</summary>
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

    /// <summary>How many callers of <see cref="CommitAsync"/> wait: long when the disk is slow.</summary>
    public int WaitingCommits => commits.Waiting;

    /// <summary>Reads on a connection that cannot write.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await Dialect.OpenForReadingAsync(cancellationToken);
        return await read(connection);
    }

    /// <summary>
    /// Runs the work in a transaction of its own; returns only after the commit is on the disk. For what people do: seldom, and with
    /// more than a few statements.
    /// </summary>
    /// <exception cref="DbException">The database refused or is out of reach; nothing was written (unless it was lost during the commit
    /// itself).</exception>
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
                // Others won; the work runs again from the start.
            }
        }
    }

    /// <summary>
    /// Runs the work in the next group of commits; returns only after the group is on the disk. A neighbour's failure does not touch it.
    /// For what devices do: often, and with few statements.
    /// </summary>
    /// <exception cref="DbException">As in <see cref="WriteAsync"/>.</exception>
    public Task<T> CommitAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
    {
        SingleWriterLock.ThrowIfNested();
        return commits.CommitAsync(work, cancellationToken);
    }

    /// <summary>Finishes the commits that were asked for.</summary>
    public async ValueTask DisposeAsync()
    {
        await commits.DisposeAsync();
        writerLock.Dispose();
        await Dialect.DisposeAsync();
    }
}
