using System.Collections.Concurrent;

namespace MamConsole.DemoTenant;

/// <summary>How often each path was asked for.</summary>
public sealed class RequestCounts
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The requests whose path ends so.</summary>
    public int To(string pathEnd) =>
        counts.Where(entry => entry.Key.EndsWith(pathEnd, StringComparison.OrdinalIgnoreCase)).Sum(entry => entry.Value);

    internal void Add(string path) => counts.AddOrUpdate(path, 1, (_, count) => count + 1);
}
