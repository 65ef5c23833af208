using System.Collections.Immutable;

namespace MamConsole.Simulator.Tree;

/// <summary>
/// A LocURI in the one form that the tree stores: <c>./Device/Vendor/…</c> and <c>./Vendor/…</c> are the same node, <c>./User/…</c> is
/// another (docs/reference/protocol.md §3.3).
/// </summary>
internal readonly record struct NodePath
{
    private NodePath(ImmutableArray<string> segments) => Segments = segments;

    /// <summary>The names below <c>.</c>, percent-decoded.</summary>
    public ImmutableArray<string> Segments { get; }

    /// <summary>As stored: each name percent-encoded again, so that one node has one text.</summary>
    public string Text => "./" + string.Join('/', Segments.Select(Uri.EscapeDataString));

    /// <summary>Whether it belongs to the enrolled user rather than to the device.</summary>
    public bool IsUser => Segments[0] == "User";

    /// <summary>The node above; null for a root.</summary>
    public NodePath? Parent => Segments.Length > 1 ? new NodePath(Segments[..^1]) : null;

    /// <summary>The last name.</summary>
    public string Name => Segments[^1];

    /// <summary>
    /// Null for what is no address: not relative to <c>.</c>, an empty name, a name of only <c>*</c>, or <c>.</c> after the first.
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

    /// <summary>For paths that the simulator itself writes.</summary>
    public static NodePath Of(string locUri) => Parse(locUri) ?? throw new ArgumentException($"'{locUri}' is no node.", nameof(locUri));

    /// <inheritdoc />
    public override string ToString() => Text;
}
