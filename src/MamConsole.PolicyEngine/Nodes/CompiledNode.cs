using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Nodes;

/// <summary>One node with its value, as it will be sent.</summary>
/// <param name="LocUri">Complete but for <see cref="GroupingPlaceholder"/>, which each enrollment fills with a name of its own.</param>
/// <param name="Format">Meta/Format.</param>
/// <param name="Value">Data. Where the address is one of <see cref="SecretNodes"/>, it may hold places of secrets
/// (<see cref="SecretPlaceholder"/>), which are
/// filled when a command is made; anywhere else such a text is text.</param>
/// <param name="Stage">Its place in the order of sending.</param>
public sealed record CompiledNode(string LocUri, CspFormat Format, string Value, NodeStage Stage)
{
    /// <summary>Stands for the AppLocker grouping: a random name per enrollment (docs/reference/wip-authoring.md §5.1).</summary>
    public const string GroupingPlaceholder = "{Grouping}";

    /// <summary>The first Windows build that has the node: older devices are not sent it, and that is no failure.</summary>
    public int MinimumBuild { get; init; } = CspNode.FirstBuildWithMam;

    /// <summary>What a read of it can prove.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadBackKind ReadBack { get; init; }

    /// <summary>Whether it is run instead of written: its format is <see cref="CspFormat.Null"/>, its value empty.</summary>
    [JsonIgnore]
    public bool Runs => Format == CspFormat.Null;

    /// <summary>The node as the CSP files know it, with a value.</summary>
    public static CompiledNode Of<T>(CspNode<T> node, T value, NodeStage stage) =>
        new(node.Uri, node.Format, node.Write(value), stage) { MinimumBuild = node.MinimumBuild };
}
