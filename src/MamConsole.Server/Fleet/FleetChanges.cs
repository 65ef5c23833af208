namespace MamConsole.Server.Fleet;

/// <summary>Tells open pages that something in the fleet changed in this process. Says that, not what: pages ask again.</summary>
internal sealed partial class FleetChanges(ILogger<FleetChanges> logger)
{
    private readonly Lock subscriberLock = new();
    private readonly List<Func<Task>> subscribers = [];
    private int pending;

    /// <summary>Calls back after changes, one call at a time and never more often than the callbacks finish. Dispose to stop.</summary>
    public IDisposable Subscribe(Func<Task> changed)
    {
        lock (subscriberLock)
        {
            subscribers.Add(changed);
        }

        return new Subscription(this, changed);
    }

    /// <summary>Called after a commit.</summary>
    public void Raise()
    {
        // Nobody looks: the usual case of a node that only serves devices.
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
