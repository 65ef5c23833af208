using System.Data.Common;
using System.Threading.Channels;

namespace MamConsole.Server.Storage;

/// <summary>
/// Puts the work of many callers into one transaction, so that they share the cost of one durable commit; it never waits for more
/// callers, it takes those who queued during the commit before (docs/decisions/0003-group-commit-with-savepoints.md). Each caller's work
/// stands in a savepoint.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    /// <summary>Beyond this a larger group no longer pays, and its first caller waits for its last.</summary>
    public const int MaximumGroup = 256;

    /// <summary>Callers beyond this wait before they are queued: that is the back-pressure towards the network.</summary>
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

    /// <summary>How many callers wait for the commit after the one that is being made.</summary>
    public int Waiting => queue.Reader.Count;

    public async Task<T> CommitAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellationToken)
    {
        var item = new Item<T>(work, cancellationToken);
        await queue.Writer.WriteAsync(item, cancellationToken);
        return await item.Committed;
    }

    /// <summary>Commits what is queued, then stops.</summary>
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
            // The whole group is undone: who already failed keeps its own error, the others run again or share this one.
            again = [.. group.Where(item => Again(item, e))];
            foreach (var item in group.Except(again))
            {
                item.Fail(e);
            }
        }

        // Alone, so that what was undone once takes as few locks as it can.
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
