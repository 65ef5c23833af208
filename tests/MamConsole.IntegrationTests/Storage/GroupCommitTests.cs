using System.Data.Common;
using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.IntegrationTests.Storage;

public sealed class GroupCommitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Commit_GroupsCallersThatQueueDuringACommit(string provider)
    {
        await using var test = await WithTableAsync(provider);
        var (first, release) = await HoldAsync(test);

        var transactions = Enumerable
            .Range(0, 10)
            .Select(i =>
                test.Database.CommitAsync(
                    async tx =>
                    {
                        await InsertAsync(tx, $"{i}");
                        return tx;
                    },
                    Cancel
                )
            )
            .ToArray();
        release.SetResult();
        await first;

        Assert.Single((await Task.WhenAll(transactions)).Distinct());
    }

    [Theory, EveryDatabase]
    public async Task Commit_FailureDoesNotAffectOtherItemsOfTheGroup(string provider)
    {
        await using var test = await WithTableAsync(provider);
        var (first, release) = await HoldAsync(test);

        var before = test.Database.CommitAsync(tx => InsertAsync(tx, "before"), Cancel);
        var byDatabase = test.Database.CommitAsync(
            async tx =>
            {
                await InsertAsync(tx, "undone");
                return await InsertAsync(tx, "before");
            },
            Cancel
        );
        var byCode = test.Database.CommitAsync<int>(
            async tx =>
            {
                await InsertAsync(tx, "undone too");
                throw new TimeoutException("no");
            },
            Cancel
        );
        var after = test.Database.CommitAsync(tx => InsertAsync(tx, "after"), Cancel);
        release.SetResult();
        await Task.WhenAll(first, before, after);

        Assert.True(test.Dialect.IsDuplicate(await Assert.ThrowsAnyAsync<DbException>(() => byDatabase)));
        Assert.Equal("no", (await Assert.ThrowsAsync<TimeoutException>(() => byCode)).Message);
        Assert.Equal(["after", "before", "held"], await NamesAsync(test));
    }

    [Theory, EveryDatabase]
    public async Task Commit_CompletesItsCallersOnlyAfterTheCommit(string provider)
    {
        await using var test = await WithTableAsync(provider);
        var (first, release) = await HoldAsync(test);
        var early = test.Database.CommitAsync(tx => InsertAsync(tx, "early"), Cancel);
        var lateStarted = new TaskCompletionSource();
        var letLateEnd = new TaskCompletionSource();
        var late = test.Database.CommitAsync(
            async tx =>
            {
                lateStarted.SetResult();
                await letLateEnd.Task;
                return await InsertAsync(tx, "late");
            },
            Cancel
        );
        release.SetResult();
        await lateStarted.Task;

        // The statements of the early item ran, but its group is not committed: its row is not visible to others and its caller still
        // waits.
        Assert.False(early.IsCompleted);
        Assert.DoesNotContain("early", await NamesAsync(test));
        letLateEnd.SetResult();
        await Task.WhenAll(first, early, late);

        Assert.Equal(["early", "held", "late"], await NamesAsync(test));
    }

    [Theory, EveryDatabase]
    public async Task Commit_OmitsACanceledItem(string provider)
    {
        await using var test = await WithTableAsync(provider);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var (first, release) = await HoldAsync(test);
        var canceled = test.Database.CommitAsync(tx => InsertAsync(tx, "never"), giveUp.Token);

        await giveUp.CancelAsync();
        release.SetResult();
        await first;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        Assert.Equal(["held"], await NamesAsync(test));
    }

    [Theory, EveryDatabase]
    public async Task Dispose_CompletesQueuedItems(string provider)
    {
        await using var test = await WithTableAsync(provider);
        await using var second = new Database(Dialect.For(test.Options));
        var requested = Enumerable.Range(0, 50).Select(i => second.CommitAsync(tx => InsertAsync(tx, $"{i}"), Cancel)).ToArray();

        await second.DisposeAsync();

        await Task.WhenAll(requested);
        Assert.Equal(50, (await NamesAsync(test)).Count);
    }

    [Fact]
    public async Task Commit_RetriesAfterADeadlockBetweenNodes()
    {
        await using var test = await WithTableAsync(nameof(StorageProvider.PostgreSql));
        await using var other = new Database(Dialect.For(test.Options));
        await test.Database.WriteAsync(tx => tx.ExecuteAsync("INSERT INTO things (name, count) VALUES ('a', 0), ('b', 0)"), Cancel);
        using var bothHoldOne = new CountdownEvent(2);

        async Task<int> Both(Transaction tx, string one, string two)
        {
            await tx.ExecuteAsync("UPDATE things SET count = count + 1 WHERE name = @one", new { one });
            if (!bothHoldOne.IsSet)
            {
                bothHoldOne.Signal();
                await Task.Run(() => bothHoldOne.Wait(Cancel), Cancel);
            }

            return await tx.ExecuteAsync("UPDATE things SET count = count + 1 WHERE name = @two", new { two });
        }

        await Task.WhenAll(test.Database.CommitAsync(tx => Both(tx, "a", "b"), Cancel), other.WriteAsync(tx => Both(tx, "b", "a"), Cancel));

        Assert.Equal(
            4,
            await test.Database.ReadAsync(c => c.ExecuteScalarAsync<int>("SELECT CAST(sum(count) AS BIGINT) FROM things"), Cancel)
        );
    }

    /// <summary>Occupies the writer until it is released, so that the following items form one group.</summary>
    private static async Task<(Task First, TaskCompletionSource Release)> HoldAsync(TestDatabase test)
    {
        // The test must not continue within the writer's own call.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource();
        var first = test.Database.CommitAsync(
            async tx =>
            {
                started.SetResult();
                await release.Task;
                return await InsertAsync(tx, "held");
            },
            Cancel
        );
        await started.Task;
        return (first, release);
    }

    private static async Task<TestDatabase> WithTableAsync(string provider)
    {
        var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        await test.Database.WriteAsync(
            tx => tx.ExecuteAsync("CREATE TABLE things (name TEXT NOT NULL PRIMARY KEY, count INTEGER NULL)"),
            Cancel
        );
        return test;
    }

    private static Task<int> InsertAsync(Transaction tx, string name) =>
        tx.ExecuteAsync("INSERT INTO things (name) VALUES (@name)", new { name });

    private static Task<List<string>> NamesAsync(TestDatabase test) =>
        test.Database.ReadAsync(async c => (await c.QueryAsync<string>("SELECT name FROM things ORDER BY name")).AsList(), Cancel);
}
