using System.Collections.Concurrent;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// Remembers what was worked out for whole tokens, because the later messages of a session bring the same one. Two generations: when the
/// young one is full or ten minutes old it becomes the old one, and the old one is forgotten, so at most twice the capacity is held.
/// </summary>
/// <param name="capacity">The size of one generation.</param>
internal sealed class ValidatedTokenCache<T>(int capacity, TimeProvider clock)
    where T : class
{
    private static readonly TimeSpan Generation = TimeSpan.FromMinutes(10);

    private readonly Lock rotationLock = new();
    private volatile Generations generations = new([], [], clock.GetUtcNow());

    private sealed record Generations(ConcurrentDictionary<string, T> Young, ConcurrentDictionary<string, T> Old, DateTimeOffset Since);

    public int Count => generations.Young.Count + generations.Old.Count;

    public T? Find(string token)
    {
        var now = Rotate();
        return now.Young.TryGetValue(token, out var young) ? young : now.Old.GetValueOrDefault(token);
    }

    public void Add(string token, T value) => Rotate().Young[token] = value;

    private Generations Rotate()
    {
        var now = clock.GetUtcNow();
        if (!Due(generations, now))
        {
            return generations;
        }

        lock (rotationLock)
        {
            if (Due(generations, now))
            {
                // After a long silence the young ones are as stale as the old ones.
                generations = new([], now - generations.Since >= 2 * Generation ? [] : generations.Young, now);
            }

            return generations;
        }
    }

    private bool Due(Generations held, DateTimeOffset now) => now - held.Since >= Generation || held.Young.Count >= capacity;
}
