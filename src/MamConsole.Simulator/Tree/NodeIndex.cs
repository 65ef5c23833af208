using MamConsole.Simulator.Nodes;

namespace MamConsole.Simulator.Tree;

/// <summary>An index of all nodes that this Windows has under MAM, by the segments of their paths.</summary>
internal sealed class NodeIndex
{
    private readonly Dictionary<string, NodeIndex> _children = new(StringComparer.Ordinal);
    private NodeIndex? _anyName;

    private NodeIndex() { }

    /// <summary>The shared index; the node rules are constant.</summary>
    public static NodeIndex Root { get; } =
        Build([
            .. EnterpriseDataProtectionNodes.All,
            .. AppLockerNodes.All,
            .. PolicyNodes.All,
            .. PassportForWorkNodes.All,
            .. DMClientNodes.All,
            .. CertificateNodes.All,
            .. DeviceStatusNodes.All,
            .. ReadOnlyNodes.All,
            .. ConnectivityNodes.All,
        ]);

    public NodeRule? Rule { get; private set; }

    /// <summary>The names of the children that the rules define.</summary>
    public IEnumerable<string> Names => _children.Keys;

    /// <summary>Returns the entry of a path, with or without a rule; null when this Windows has no such path.</summary>
    public NodeIndex? Find(NodePath path)
    {
        var index = this;
        foreach (var name in path.Segments)
        {
            var next = index._children.GetValueOrDefault(name) ?? index._anyName;
            if (next is null)
            {
                return null;
            }

            index = next;
        }

        return index;
    }

    private static NodeIndex Build(IEnumerable<NodeRule> rules)
    {
        var root = new NodeIndex();
        foreach (var rule in rules)
        {
            var index = root;
            foreach (var name in rule.Pattern[2..].Split('/'))
            {
                index = name is ['{', .., '}'] ? index._anyName ??= new NodeIndex() : index.Child(name);
            }

            index.Rule = index.Rule is null ? rule : throw new InvalidOperationException($"'{rule.Pattern}' has two rules.");
        }

        return root;
    }

    private NodeIndex Child(string name) => _children.TryGetValue(name, out var child) ? child : _children[name] = new NodeIndex();
}
