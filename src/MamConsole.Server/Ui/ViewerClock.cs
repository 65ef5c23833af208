namespace MamConsole.Server.Ui;

/// <summary>
/// The time as one viewer sees it: one per circuit. Ages on the page grow by its tick; it runs only while something on the page shows one.
/// </summary>
public sealed class ViewerClock(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private readonly Lock listenerLock = new();
    private readonly List<Action> listeners = [];
    private ITimer? timer;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The browser's time zone once it told us, the server's until then.</summary>
    public TimeZoneInfo Zone { get; private set; } = time.LocalTimeZone;

    /// <summary>Takes the browser's IANA name; a name that this system does not know changes nothing.</summary>
    public void SetZone(string name)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            Zone = zone;
            Notify();
        }
    }

    /// <summary>Calls <paramref name="tick"/> every few seconds until the result is disposed.</summary>
    public IDisposable Subscribe(Action tick)
    {
        lock (listenerLock)
        {
            listeners.Add(tick);
            timer ??= time.CreateTimer(_ => Notify(), null, Tick, Tick);
        }

        return new Subscription(this, tick);
    }

    public void Dispose() => timer?.Dispose();

    private void Notify()
    {
        Action[] all;
        lock (listenerLock)
        {
            all = [.. listeners];
        }

        foreach (var listener in all)
        {
            listener();
        }
    }

    private void Remove(Action tick)
    {
        lock (listenerLock)
        {
            listeners.Remove(tick);
            if (listeners.Count == 0)
            {
                timer?.Dispose();
                timer = null;
            }
        }
    }

    private sealed class Subscription(ViewerClock clock, Action tick) : IDisposable
    {
        public void Dispose() => clock.Remove(tick);
    }
}
