using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>A set of hosts and suffixes; the time of a lookup depends only on the length of the name.</summary>
internal sealed class HostSet
{
    private readonly HashSet<string> values = new(StringComparer.Ordinal);

    /// <summary>The names in the set and all of their parent domains: what a suffix may cover.</summary>
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public HostSet(IEnumerable<HostName> hosts)
    {
        foreach (var host in hosts)
        {
            values.Add(host.Value);
            names.UnionWith(Above(host));
        }
    }

    /// <summary>Whether an entry covers the host, or the host covers an entry.</summary>
    public bool Touches(HostName host) =>
        values.Contains(host.Value)
        || Above(host).Any(name => values.Contains("." + name))
        || (host.IsSuffix && names.Contains(host.Value[1..]));

    /// <summary>Returns the name and its parent domains: a.b.c, b.c, c.</summary>
    private static IEnumerable<string> Above(HostName host)
    {
        var name = host.Value.TrimStart('.');
        while (true)
        {
            yield return name;
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                yield break;
            }

            name = name[(dot + 1)..];
        }
    }
}
