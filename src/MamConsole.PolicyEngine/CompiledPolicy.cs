using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>All nodes of one version, in the order of sending.</summary>
public sealed record CompiledPolicy(ValueList<CompiledNode> Nodes)
{
    /// <summary>The empty policy: the desired state of a device without a policy.</summary>
    public static readonly CompiledPolicy Empty = new([]);

    /// <summary>The read plan, when it differs from the default.</summary>
    public ReadPlan? Reads { get; init; }

    /// <summary>The effective read plan.</summary>
    [JsonIgnore]
    public ReadPlan ReadPlan => Reads ?? ReadPlan.Usual;

    /// <summary>Whether it turns WIP on: a mode other than off (0).</summary>
    [JsonIgnore]
    public bool EnforcesWip => Nodes.Any(n => n.Stage == NodeStage.Mode && n.Value != "0");
}
