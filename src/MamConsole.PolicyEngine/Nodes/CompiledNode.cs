using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Nodes;

/// <summary>One node with its value, as it will be sent.</summary>
/// <param name="LocUri">Complete except for <see cref="GroupingPlaceholder"/>, for which each enrollment has its own name.</param>
/// <param name="Format">Meta/Format.</param>
/// <param name="Value">Data. If the LocURI is one of <see cref="SecretNodes"/>, it may contain placeholders of secrets
/// (<see cref="SecretPlaceholder"/>), which are filled when a command is created; in any other node such a text is plain text.</param>
/// <param name="Stage">The stage in the order of sending.</param>
public sealed record CompiledNode(string LocUri, CspFormat Format, string Value, NodeStage Stage)
{
    /// <summary>The placeholder for the AppLocker grouping: a random name per enrollment (docs/reference/wip-authoring.md §5.1).</summary>
    public const string GroupingPlaceholder = "{Grouping}";

    /// <summary>The first Windows build that has the node: it is not sent to older devices, which is not a failure.</summary>
    public int MinimumBuild { get; init; } = CspNode.FirstBuildWithMam;

    /// <summary>What a read of the node can prove.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadBackKind ReadBack { get; init; }

    /// <summary>Whether the node is executed instead of written: its format is <see cref="CspFormat.Null"/>, its value empty.</summary>
    [JsonIgnore]
    public bool Runs => Format == CspFormat.Null;

    /// <summary>Returns the node of the CSP definition with a value.</summary>
    public static CompiledNode Of<T>(CspNode<T> node, T value, NodeStage stage) =>
        new(node.Uri, node.Format, node.Write(value), stage) { MinimumBuild = node.MinimumBuild };
}
