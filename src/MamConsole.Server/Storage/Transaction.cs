using System.Data.Common;
using Dapper;

namespace MamConsole.Server.Storage;

/// <summary>
/// A transaction that writes. <see cref="Database"/> begins, commits and disposes it; the work only runs statements in it. On PostgreSQL a
/// failed statement aborts the transaction, so catch database exceptions outside of the work, never inside.
/// </summary>
internal sealed class Transaction(DbConnection connection, DbTransaction inner, SemaphoreSlim? semaphore) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public DbTransaction Inner => inner;

    /// <returns>The number of changed rows.</returns>
    public Task<int> ExecuteAsync(string sql, object? values = null) => connection.ExecuteAsync(sql, values, inner);

    /// <summary>Waits for all transactions that acquired the same lock before (see <see cref="Dialect.AcquireLock"/>).</summary>
    public Task AcquireLockAsync(Dialect dialect, string name) =>
        dialect.AcquireLock.Length == 0 ? Task.CompletedTask : ExecuteAsync(dialect.AcquireLock, new { turn = name });

    /// <returns>The first column of the first row, for <c>RETURNING</c>.</returns>
    public Task<T?> ScalarAsync<T>(string sql, object? values = null) => connection.ExecuteScalarAsync<T>(sql, values, inner);

    /// <returns>The row, or null when there is none.</returns>
    public Task<T?> SingleOrDefaultAsync<T>(string sql, object? values = null) =>
        connection.QuerySingleOrDefaultAsync<T>(sql, values, inner);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values = null) =>
        (await connection.QueryAsync<T>(sql, values, inner)).AsList();

    /// <summary>Rolls back everything that was not committed and releases the write lock.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await inner.DisposeAsync();
            await connection.DisposeAsync();
        }
        finally
        {
            semaphore?.Release();
        }
    }
}
