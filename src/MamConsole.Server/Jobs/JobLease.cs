using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Jobs;

/// <summary>
/// The right of one server to run a job for a limited time. A server that lost the lease cannot write: each write checks the fencing token.
/// </summary>
internal sealed class JobLease(Database database, string name, long fence, TimeProvider time)
{
    /// <summary>After this time without a write, another server may take over.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <summary>Runs a step in its own transaction, if this server still has the lease.</summary>
    /// <exception cref="JobLeaseLostException">Another server has taken over.</exception>
    public Task<T> WriteAsync<T>(Func<Transaction, Task<T>> step, CancellationToken ct) =>
        database.WriteAsync(
            async tx =>
            {
                var held = await tx.ExecuteAsync(
                    "UPDATE job_leases SET until_at = @until WHERE name = @name AND fence = @fence",
                    new
                    {
                        until = time.GetInstant() + Length,
                        name,
                        fence,
                    }
                );
                return held == 1 ? await step(tx) : throw new JobLeaseLostException(name);
            },
            ct
        );

    /// <summary>
    /// Acquires the lease when the job is due and no server holds it; null otherwise. A job that has never run is due after its first
    /// delay.
    /// </summary>
    /// <param name="database">The database that the servers share.</param>
    /// <param name="name">The job's name.</param>
    /// <param name="firstDelay">The delay of a new job.</param>
    /// <param name="always">Whether to acquire the lease even when the job is not due.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Cancels the write.</param>
    public static async Task<JobLease?> TakeAsync(
        Database database,
        string name,
        TimeSpan firstDelay,
        bool always,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var now = time.GetInstant();
        var due = await database.ReadAsync(
            c =>
                c.ExecuteScalarAsync<long?>(
                    new CommandDefinition("SELECT next_at FROM job_leases WHERE name = @name", new { name }, cancellationToken: ct)
                ),
            ct
        );
        if (due is { } at && !always && at > now.ToUnixTimeMilliseconds())
        {
            return null;
        }

        var fence = await database.WriteAsync(
            async tx =>
            {
                await tx.ExecuteAsync(
                    "INSERT INTO job_leases (name, fence, until_at, next_at, said) VALUES (@name, 0, 0, @next, '') ON CONFLICT (name) "
                        + "DO NOTHING",
                    new { name, next = now + firstDelay }
                );
                return await tx.ScalarAsync<long?>(
                    """
                    UPDATE job_leases SET fence = fence + 1, until_at = @until, began_at = @now
                    WHERE name = @name AND until_at <= @now AND (@always OR next_at <= @now)
                    RETURNING fence
                    """,
                    new
                    {
                        name,
                        now,
                        until = now + Length,
                        always,
                    }
                );
            },
            ct
        );
        return fence is { } held ? new JobLease(database, name, held, time) : null;
    }

    /// <summary>Releases the lease and stores when the job is due again.</summary>
    public Task EndAsync(string text, DateTimeOffset next, CancellationToken ct) =>
        database.WriteAsync(
            tx =>
                tx.ExecuteAsync(
                    "UPDATE job_leases SET until_at = 0, ended_at = @now, next_at = @next, said = @said WHERE name = @name AND fence = "
                        + "@fence",
                    new
                    {
                        name,
                        fence,
                        now = time.GetInstant(),
                        next = next.ToInstant(),
                        said = text,
                    }
                ),
            ct
        );
}
