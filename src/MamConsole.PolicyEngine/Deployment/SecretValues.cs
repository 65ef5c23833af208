using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The secrets of one version, for the time in which a message is created. Never stored, never logged.</summary>
/// <param name="values">The secrets that could be read.</param>
public sealed class SecretValues(IReadOnlyDictionary<Guid, string> values)
{
    /// <summary>No secrets.</summary>
    public static readonly SecretValues None = new(new Dictionary<Guid, string>());

    /// <summary>
    /// Returns the secrets that a version's nodes reference. Only nodes whose values are hidden in stored and displayed messages may
    /// reference one.
    /// </summary>
    public static IEnumerable<Guid> RequiredBy(CompiledPolicy version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.Nodes.SelectMany(RequiredBy).Distinct();
    }

    /// <summary>Returns the node's value as it is sent; null when one of its secrets is not available.</summary>
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
