using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The secrets of one version, for as long as a message is made. Never stored, never logged.</summary>
/// <param name="values">Those that could be read.</param>
public sealed class SecretValues(IReadOnlyDictionary<Guid, string> values)
{
    /// <summary>No secret at all.</summary>
    public static readonly SecretValues None = new(new Dictionary<Guid, string>());

    /// <summary>
    /// The secrets that a version's nodes want. Only nodes whose values are hidden wherever messages are kept or shown may hold one.
    /// </summary>
    public static IEnumerable<Guid> RequiredBy(CompiledPolicy version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.Nodes.SelectMany(RequiredBy).Distinct();
    }

    /// <summary>The node's value as it is sent; null when a secret of it cannot be had.</summary>
    public string? Fill(CompiledNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var desired = RequiredBy(node).ToArray();
        return desired.Length == 0 ? node.Value
            : Array.TrueForAll(desired, values.ContainsKey) ? SecretPlaceholder.Fill(node.Value, id => values[id])
            : null;
    }

    private static IEnumerable<Guid> RequiredBy(CompiledNode node)
    {
        var ids = SecretPlaceholder.In(node.Value);
        return ids.Any() && SecretNodes.Hold(node.LocUri) ? ids : [];
    }
}
