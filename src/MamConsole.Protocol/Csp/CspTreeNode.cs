using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>A segment of the catalogue's tree, and what may follow it.</summary>
internal sealed class CspTreeNode
{
    private readonly FrozenDictionary<string, CspTreeNode> following;
    private readonly FrozenDictionary<string, CspTreeNode>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private CspTreeNode(string name, IEnumerable<(ImmutableArray<string> Left, CspNode Node)> below)
    {
        Name = name;
        var byName = below.ToLookup(
            one => one.Left.FirstOrDefault(""),
            one => (one.Left.Length == 0 ? one.Left : one.Left[1..], one.Node),
            StringComparer.Ordinal
        );
        Node = byName[""].Select(one => one.Node).SingleOrDefault();
        var nodes = byName.Where(group => group.Key.Length > 0).Select(group => new CspTreeNode(group.Key, group)).ToArray();
        following = nodes.Where(node => !node.IsChosen).ToFrozenDictionary(node => node.Name, StringComparer.OrdinalIgnoreCase);
        lookup = following.GetAlternateLookup<ReadOnlySpan<char>>();
        Chosen = nodes.SingleOrDefault(node => node.IsChosen);
    }

    /// <summary>The segment as it is documented; in braces where somebody chooses it.</summary>
    public string Name { get; }

    /// <summary>The node, where the catalogue describes one.</summary>
    public CspNode? Node { get; }

    /// <summary>What follows under a name that somebody chooses.</summary>
    public CspTreeNode? Chosen { get; }

    public bool IsChosen => Name is ['{', ..];

    /// <summary>The tree of nodes; <c>./Device/Vendor</c> and <c>./Vendor</c> are one place.</summary>
    public static CspTreeNode Of(ImmutableArray<CspNode> nodes) => new("", nodes.Select(node => (SegmentsOf(node.Uri), node)));

    /// <summary>What follows under a fixed name, whatever its capitals.</summary>
    public CspTreeNode? Follow(ReadOnlySpan<char> segment) => lookup.TryGetValue(segment, out var node) ? node : null;

    private static ImmutableArray<string> SegmentsOf(string uri)
    {
        var segments = uri.Split('/')[1..];
        return [.. segments[0] == "Device" ? segments[1..] : segments];
    }
}
