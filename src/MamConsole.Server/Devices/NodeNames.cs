using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Statements;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Policies;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Devices;

/// <summary>Maps the nodes of a session to the labels of their settings.</summary>
internal sealed class NodeNames
{
    private readonly Dictionary<string, (Statement? Statement, CompiledNode Node)> known = new(StringComparer.Ordinal);

    /// <param name="versions">The versions that the session concerns, the most relevant first.</param>
    /// <param name="grouping">This enrollment's AppLocker grouping.</param>
    /// <param name="options">What the versions were compiled with.</param>
    public NodeNames(IEnumerable<PublishedVersion> versions, string grouping, CompilerOptions options)
    {
        foreach (var version in versions)
        {
            var statements = PolicyWords.Describe(version.Document, options).ToArray();
            foreach (var node in version.Nodes.Nodes)
            {
                var found = (statements.FirstOrDefault(s => s.Nodes.Contains(node.LocUri)), node);
                var uri = node.LocUri.Replace(CompiledNode.GroupingPlaceholder, grouping, StringComparison.Ordinal);
                known.TryAdd(uri, found);
                known.TryAdd(CspNode.ReadUriOf(uri), found);
                if (uri.EndsWith("/Policy", StringComparison.Ordinal))
                {
                    // An app list is removed with its type's node.
                    known.TryAdd(uri[..^"/Policy".Length], found);
                }
            }
        }
    }

    /// <summary>The label of a node.</summary>
    public string LabelOf(string? uri) =>
        uri is null ? "A command"
        : known.TryGetValue(uri, out var found) && found.Statement is { } statement
            ? statement.Nodes.Count == 1 ? statement.Label
                : $"{statement.Label} ({Part(found.Node.LocUri)})"
        : FactWords.Of(uri, "") is { } fact ? fact.Label
        : VisibleText.Of(string.Join('/', uri.Split('/')[^Math.Min(2, uri.Split('/').Length)..]));

    /// <summary>Which of a setting's nodes it is: EXE for an app list, else the node's own name.</summary>
    private static string Part(string uri)
    {
        var segments = uri.Split('/');
        return segments is [.., var type, "Policy"] ? type : segments[^1];
    }

    /// <summary>A value as text where the version describes it; otherwise as it is on the wire.</summary>
    public string ValueOf(string? uri, string value) =>
        uri is not null
        && known.TryGetValue(uri, out var found)
        && found is { Statement: { Nodes.Count: 1 } statement }
        && found.Node.Value == value
            ? statement.Value
        : uri is not null && FactWords.Of(uri, value) is { } fact ? fact.Value
        : VisibleText.Of(value);

    /// <summary>Whether the value is the one that the version gives the node; null when it gives none.</summary>
    public bool? Matches(string? uri, string value) =>
        uri is not null && known.TryGetValue(uri, out var found) ? found.Node.Value.Trim() == value.Trim() : null;
}
