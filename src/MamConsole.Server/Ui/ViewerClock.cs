namespace MamConsole.Server.Ui;

/// <summary>
/// The clock of one viewer, with one instance per circuit. Its tick updates relative times on the page; it runs only while one is shown.
/// </summary>
public sealed class ViewerClock(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private readonly Lock listenerLock = new();
    private readonly List<Action> listeners = [];
    private ITimer? timer;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The browser's time zone after it was reported, before that the time zone of the server.</summary>
    public TimeZoneInfo Zone { get; private set; } = time.LocalTimeZone;

    /// <summary>Sets the time zone from the browser's IANA name; a name that this system does not support is ignored.</summary>
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
