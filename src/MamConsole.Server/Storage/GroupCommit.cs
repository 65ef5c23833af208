using System.Data.Common;
using System.Threading.Channels;

namespace MamConsole.Server.Storage;

/// <summary>
/// Combines the work of many callers in one transaction, so that they share the cost of one durable commit. It never waits for more
/// callers: a group consists of those that queued during the previous commit (docs/decisions/0003-group-commit-with-savepoints.md). Each
/// caller's work has its own savepoint.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    /// <summary>The maximum size of a group: a larger group is not more efficient, and its first caller waits for its last.</summary>
    public const int MaximumGroup = 256;

    /// <summary>Callers beyond this number wait before they are queued: this is the back pressure on the network.</summary>
    public const int QueueLength = 4096;

    private const string Savepoint = "one_of_group";

    private readonly SingleWriterLock writerLock;
    private readonly Task loop;
    private readonly Channel<Item> queue = Channel.CreateBounded<Item>(new BoundedChannelOptions(QueueLength) { SingleReader = true });

    public GroupCommit(SingleWriterLock writerLock)
    {
        this.writerLock = writerLock;
        loop = Task.Run(RunAsync);
    }

    /// <summary>The number of callers that wait for the commit after the current one.</summary>
    public int Waiting => queue.Reader.Count;

    public async Task<T> CommitAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
    {
        var item = new Item<T>(work, cancellationToken);
        await queue.Writer.WriteAsync(item, cancellationToken);
        return await item.Committed;
    }

    /// <summary>Commits the queued work, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task RunAsync()
    {
        var group = new List<Item>(MaximumGroup);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (group.Count < MaximumGroup && queue.Reader.TryRead(out var item))
            {
                if (!item.CanceledBeforeStart())
                {
                    group.Add(item);
                }
            }

            if (group.Count > 0)
            {
                await CommitAsync(group);
            }

            group.Clear();
        }
    }

    private async Task CommitAsync(List<Item> group)
    {
        var again = new List<Item>();
        try
        {
            await using var transaction = await writerLock.BeginAsync(CancellationToken.None);
            var committed = new List<Item>(group.Count);
            foreach (var item in group)
            {
                if (group.Count == 1)
                {
                    await item.RunAsync(transaction);
                    committed.Add(item);
                }
                else
                {
                    (
                        await RunInSavepointAsync(item, transaction) switch
                        {
                            ItemOutcome.Committed => committed,
                            ItemOutcome.Again => again,
                            _ => [],
                        }
                    ).Add(item);
                }
            }

            await transaction.Inner.CommitAsync();
            committed.ForEach(item => item.Complete());
        }
        catch (Exception e)
        {
            // The whole group is rolled back: callers that already failed keep their own exception; the others run again or share this one.
            again = [.. group.Where(item => Again(item, e))];
            foreach (var item in group.Except(again))
            {
                item.Fail(e);
            }
        }

        // One by one, so that work that was rolled back once acquires as few locks as possible.
        foreach (var item in again)
        {
            await CommitAsync([item]);
        }
    }

    private async Task<ItemOutcome> RunInSavepointAsync(Item item, Transaction transaction)
    {
        await transaction.Inner.SaveAsync(Savepoint);
        try
        {
            await item.RunAsync(transaction);
            await transaction.Inner.ReleaseAsync(Savepoint);
            return ItemOutcome.Committed;
        }
        catch (Exception e)
        {
            await transaction.Inner.RollbackAsync(Savepoint);
            await transaction.Inner.ReleaseAsync(Savepoint);
            if (Again(item, e))
            {
                return ItemOutcome.Again;
            }

            item.Fail(e);
            return ItemOutcome.Failed;
        }
    }

    private bool Again(Item item, Exception error) =>
        !item.IsOver && item.Attempts < Database.MaximumAttempts && error is DbException e && writerLock.Dialect.IsWorthRetrying(e);

    private enum ItemOutcome
    {
        Committed,
        Again,
        Failed,
    }

    private abstract class Item(CancellationToken cancellationToken)
    {
        protected CancellationToken CancellationToken => cancellationToken;

        public int Attempts { get; protected set; }

        public abstract bool IsOver { get; }

        public abstract bool CanceledBeforeStart();

        public abstract Task RunAsync(Transaction transaction);

        public abstract void Complete();

        public abstract void Fail(Exception error);
    }

    private sealed class Item<T>(Func<Transaction, Task<T>> work, CancellationToken cancellationToken) : Item(cancellationToken)
    {
        private readonly TaskCompletionSource<T> committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T result = default!;

        public Task<T> Committed => committed.Task;

        public override bool IsOver => committed.Task.IsCompleted;

        public override bool CanceledBeforeStart() =>
            CancellationToken.IsCancellationRequested && committed.TrySetCanceled(CancellationToken);

        public override async Task RunAsync(Transaction transaction)
        {
            Attempts++;
            result = await SingleWriterLock.RunAsync(work, transaction);
        }

        public override void Complete() => committed.TrySetResult(result);

        public override void Fail(Exception error) => committed.TrySetException(error);
    }
}
