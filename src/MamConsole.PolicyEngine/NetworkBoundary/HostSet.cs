using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>Hosts and suffixes that answer in the length of a name, however many they are.</summary>
internal sealed class HostSet
{
    private readonly HashSet<string> values = new(StringComparer.Ordinal);

    /// <summary>The names of all of them and of everything above: what a suffix may cover.</summary>
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public HostSet(IEnumerable<HostName> hosts)
    {
        foreach (var host in hosts)
        {
            values.Add(host.Value);
            names.UnionWith(Above(host));
        }
    }

    /// <summary>Whether one of them covers the host, or the host covers one of them.</summary>
    public bool Touches(HostName host) =>
        values.Contains(host.Value)
        || Above(host).Any(name => values.Contains("." + name))
        || (host.IsSuffix && names.Contains(host.Value[1..]));

    /// <summary>The name and the domains above it: a.b.c, b.c, c.</summary>
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
