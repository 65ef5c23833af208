using System.Collections.Immutable;

namespace MamConsole.Simulator.Tree;

/// <summary>
/// A LocURI in the canonical form of the tree: <c>./Device/Vendor/…</c> and <c>./Vendor/…</c> are the same node, <c>./User/…</c> is another
/// (docs/reference/protocol.md §3.3).
/// </summary>
internal readonly record struct NodePath
{
    private NodePath(ImmutableArray<string> segments) => Segments = segments;

    /// <summary>The segments after <c>.</c>, percent-decoded.</summary>
    public ImmutableArray<string> Segments { get; }

    /// <summary>The stored form: each segment is percent-encoded again, so that a node has exactly one text.</summary>
    public string Text => "./" + string.Join('/', Segments.Select(Uri.EscapeDataString));

    /// <summary>Whether the node belongs to the enrolled user rather than to the device.</summary>
    public bool IsUser => Segments[0] == "User";

    /// <summary>The parent node; null for a root.</summary>
    public NodePath? Parent => Segments.Length > 1 ? new NodePath(Segments[..^1]) : null;

    /// <summary>The last segment.</summary>
    public string Name => Segments[^1];

    /// <summary>
    /// Parses a LocURI. Returns null when it is not relative to <c>.</c>, has an empty segment, a segment that is only <c>*</c>, or a
    /// <c>.</c> after the first segment.
    /// </summary>
    public static NodePath? Parse(string? locUri)
    {
        if (locUri is null || !locUri.StartsWith("./", StringComparison.Ordinal))
        {
            return null;
        }

        var names = locUri[2..].Split('/').Select(Uri.UnescapeDataString).ToImmutableArray();
        if (names.Any(name => name is "" or "*" or "."))
        {
            return null;
        }

        var device = names[0] == "Device";
        return device && names.Length == 1 ? null : new NodePath(device ? names[1..] : names);
    }

    /// <summary>Parses a path that the simulator itself composes.</summary>
    public static NodePath Of(string locUri) =>
        Parse(locUri) ?? throw new ArgumentException($"'{locUri}' is not a node path.", nameof(locUri));

    /// <inheritdoc />
    public override string ToString() => Text;
}
