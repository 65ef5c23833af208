using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>A segment in the tree of the catalog, with the segments that may follow.</summary>
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

    /// <summary>The documented segment; a placeholder in braces for a dynamic one.</summary>
    public string Name { get; }

    /// <summary>The node at this segment; null when the catalog does not describe one.</summary>
    public CspNode? Node { get; }

    /// <summary>The child with a dynamic name; null for none.</summary>
    public CspTreeNode? Chosen { get; }

    public bool IsChosen => Name is ['{', ..];

    /// <summary>Builds the tree of the nodes. <c>./Device/Vendor</c> and <c>./Vendor</c> are the same branch.</summary>
    public static CspTreeNode Of(ImmutableArray<CspNode> nodes) => new("", nodes.Select(node => (SegmentsOf(node.Uri), node)));

    /// <summary>Returns the child with this fixed name, ignoring case.</summary>
    public CspTreeNode? Follow(ReadOnlySpan<char> segment) => lookup.TryGetValue(segment, out var node) ? node : null;

    private static ImmutableArray<string> SegmentsOf(string uri)
    {
        var segments = uri.Split('/')[1..];
        return [.. segments[0] == "Device" ? segments[1..] : segments];
    }
}
