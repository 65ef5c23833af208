using System.Data.Common;

namespace MamConsole.Server.Storage;

/// <summary>
/// Creates all transactions that write. On SQLite, writers queue here, where waiting is fair and inexpensive, instead of for the file lock.
/// </summary>
internal sealed class SingleWriterLock(Dialect dialect) : IDisposable
{
    private static readonly AsyncLocal<bool> Inside = new();

    private readonly SemaphoreSlim? semaphore = dialect.WritesOneByOne ? new SemaphoreSlim(1, 1) : null;

    public Dialect Dialect => dialect;

    public async Task<Transaction> BeginAsync(CancellationToken cancellationToken)
    {
        if (semaphore is not null)
        {
            await semaphore.WaitAsync(cancellationToken);
        }

        DbConnection? connection = null;
        try
        {
            connection = await dialect.OpenForWritingAsync(cancellationToken);
            return new Transaction(connection, await dialect.BeginAsync(connection, cancellationToken), semaphore);
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            semaphore?.Release();
            throw;
        }
    }

    /// <summary>Runs the work so that a nested write is detected at once instead of waiting for itself without end.</summary>
    public static async Task<T> RunAsync<T>(Func<Transaction, Task<T>> work, Transaction transaction)
    {
        Inside.Value = true;
        return await work(transaction);
    }

    /// <exception cref="InvalidOperationException">Called from within another write: a bug.</exception>
    public static void ThrowIfNested()
    {
        if (Inside.Value)
        {
            throw new InvalidOperationException("A write cannot start another one: use the transaction that it was given.");
        }
    }

    public void Dispose() => semaphore?.Dispose();
}
