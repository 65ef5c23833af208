using System.Collections.Concurrent;

namespace MamConsole.DemoTenant;

/// <summary>Counts requests by path.</summary>
public sealed class RequestCounts
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the number of requests to paths that end with <paramref name="pathEnd"/>.</summary>
    public int To(string pathEnd) =>
        counts.Where(entry => entry.Key.EndsWith(pathEnd, StringComparison.OrdinalIgnoreCase)).Sum(entry => entry.Value);

    internal void Add(string path) => counts.AddOrUpdate(path, 1, (_, count) => count + 1);
}
