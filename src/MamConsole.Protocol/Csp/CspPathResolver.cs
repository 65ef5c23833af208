using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// Matches an address with the tree of the catalog, segment by segment. Relative segments are not resolved; an address with one has no
/// node.
/// </summary>
internal readonly ref struct CspPathResolver
{
    /// <summary>The maximum length of an address in characters, far above the longest node with a long name.</summary>
    private const int MaximumLength = 1024;

    private const string Here = "./";

    private const string Device = "Device/";

    /// <summary>The characters that RFC 3986 allows in a segment, the percent sign, the braces of placeholders, and the slash.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@%{}/"
    );

    private readonly CspTreeNode root;
    private readonly ReadOnlySpan<char> path;

    public CspPathResolver(CspTreeNode root, string locUri)
    {
        this.root = root;
        var rest = locUri.AsSpan();
        if (rest.Length > MaximumLength || rest.ContainsAnyExcept(Plain))
        {
            return;
        }

        var isDocumented = rest.StartsWith(Here, StringComparison.Ordinal);
        rest = isDocumented ? rest[Here.Length..] : rest;
        var namesDevice = rest.StartsWith($"{Device}Vendor/", StringComparison.OrdinalIgnoreCase);
        isDocumented &= !namesDevice || rest.StartsWith(Device, StringComparison.Ordinal);
        rest = namesDevice ? rest[Device.Length..] : rest;
        isDocumented &= !rest.EndsWith('/');
        path = rest.EndsWith('/') ? rest[..^1] : rest;

        var node = root;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (node.Follow(segment) is { } fixedNode)
            {
                node = fixedNode;
                isDocumented &= segment.SequenceEqual(node.Name);
            }
            else if (node.Chosen is { } chosen && DynamicSegment.TryRead(segment, chosen.Name, out var isCanonical))
            {
                node = chosen;
                isDocumented &= isCanonical;
            }
            else
            {
                return;
            }
        }

        End = node;
        IsCanonical = isDocumented && node.Node?.Uri.StartsWith(Here + Device, StringComparison.Ordinal) == namesDevice;
    }

    /// <summary>The tree node of the address; null when the tree has none.</summary>
    public CspTreeNode? End { get; }

    /// <summary>Whether the address has the canonical spelling.</summary>
    public bool IsCanonical { get; }

    /// <summary>Returns the address in the canonical spelling.</summary>
    public string Canonical()
    {
        var canonical = new StringBuilder(End!.Node!.Uri.StartsWith(Here + Device, StringComparison.Ordinal) ? Here + Device : Here);
        var node = root;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            canonical.Append(node == root ? "" : "/");
            node = node.Follow(segment) ?? node.Chosen!;
            canonical.Append(node.IsChosen ? DynamicSegment.Canonical(segment) : node.Name);
        }

        return canonical.ToString();
    }

    /// <summary>Returns the placeholders with their decoded names.</summary>
    public ImmutableArray<(string Placeholder, string Name)> Names()
    {
        var names = ImmutableArray.CreateBuilder<(string, string)>();
        var node = root;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            node = node.Follow(segment) ?? node.Chosen!;
            if (node.IsChosen)
            {
                names.Add((node.Name, DynamicSegment.Decode(segment)!));
            }
        }

        return names.ToImmutable();
    }
}
