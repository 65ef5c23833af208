using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// Caches validation results by whole token, because the later messages of a session send the same token. A value is removed when its token
/// expires, and at the latest 20 minutes after it was added. A full cache accepts no new value until it has freed space, which it does in
/// the background, least recently used values first.
/// </summary>
internal sealed class ValidatedTokenCache<T> : IDisposable
    where T : class
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromMinutes(20);

    private readonly TimeProvider clock;
    private readonly MemoryCache values;

    /// <param name="capacity">The maximum number of tokens.</param>
    /// <param name="clock">Determines which values have expired.</param>
    public ValidatedTokenCache(int capacity, TimeProvider clock)
    {
        this.clock = clock;
        values = new MemoryCache(new MemoryCacheOptions { SizeLimit = capacity, Clock = new CacheClock(clock) });
    }

    public int Count => values.Count;

    public T? Find(string token) => values.Get<T>(token);

    /// <param name="token">The whole token.</param>
    /// <param name="value">The validation result.</param>
    /// <param name="expires">When the token expires; a value for an expired token is not stored.</param>
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
