using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// Remembers what was worked out for whole tokens, because the later messages of a session bring the same one. A value is dropped when its
/// token expires and 20 minutes after it was added at the latest. A full cache takes no new value until it has made space, which it does
/// in the background, starting with what was not used for the longest time.
/// </summary>
internal sealed class ValidatedTokenCache<T> : IDisposable
    where T : class
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromMinutes(20);

    private readonly TimeProvider clock;
    private readonly MemoryCache values;

    /// <param name="capacity">How many tokens are held at most.</param>
    /// <param name="clock">Decides what has expired.</param>
    public ValidatedTokenCache(int capacity, TimeProvider clock)
    {
        this.clock = clock;
        values = new MemoryCache(new MemoryCacheOptions { SizeLimit = capacity, Clock = new CacheClock(clock) });
    }

    public int Count => values.Count;

    public T? Find(string token) => values.Get<T>(token);

    /// <param name="token">The whole token.</param>
    /// <param name="value">What was worked out for it.</param>
    /// <param name="expires">When the token is good no more; a value for a token that has expired is not held.</param>
    public void Add(string token, T value, DateTimeOffset expires)
    {
        var latest = clock.GetUtcNow() + MaximumAge;
        values.Set(token, value, new MemoryCacheEntryOptions { AbsoluteExpiration = expires < latest ? expires : latest, Size = 1 });
    }

    public void Dispose() => values.Dispose();

    private sealed class CacheClock(TimeProvider clock) : ISystemClock
    {
        public DateTimeOffset UtcNow => clock.GetUtcNow();
    }
}
