namespace MamConsole.Server.Fleet;

/// <summary>
/// Notifies open pages that something in the fleet changed in this process. A notification contains no details, so pages query again.
/// </summary>
internal sealed partial class FleetChanges(ILogger<FleetChanges> logger)
{
    private readonly Lock subscriberLock = new();
    private readonly List<Func<Task>> subscribers = [];
    private int pending;

    /// <summary>
    /// Calls the callback after changes. Changes that occur before a notification starts are combined into one. Dispose the result to
    /// unsubscribe.
    /// </summary>
    public IDisposable Subscribe(Func<Task> changed)
    {
        lock (subscriberLock)
        {
            subscribers.Add(changed);
        }

        return new Subscription(this, changed);
    }

    /// <summary>Notifies the subscribers. Call this after a commit, because pages read the committed state.</summary>
    public void Raise()
    {
        // A node that only serves devices usually has no subscribers.
        if (subscribers.Count > 0 && Interlocked.Exchange(ref pending, 1) == 0)
        {
            _ = Task.Run(NotifyAsync);
        }
    }

    private async Task NotifyAsync()
    {
        Interlocked.Exchange(ref pending, 0);
        Func<Task>[] all;
        lock (subscriberLock)
        {
            all = [.. subscribers];
        }

        foreach (var subscriber in all)
        {
            try
            {
                await subscriber();
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                Log.SubscriberFailed(logger, error);
            }
        }
    }

    private sealed class Subscription(FleetChanges owner, Func<Task> changed) : IDisposable
    {
        public void Dispose()
        {
            lock (owner.subscriberLock)
            {
                owner.subscribers.Remove(changed);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A page could not take in a change of the fleet")]
        public static partial void SubscriberFailed(ILogger logger, Exception error);
    }
}
