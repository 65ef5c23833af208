using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>All nodes of one version, in the order of sending.</summary>
public sealed record CompiledPolicy(ValueList<CompiledNode> Nodes)
{
    /// <summary>Nothing at all: what a device without a policy should have.</summary>
    public static readonly CompiledPolicy Empty = new([]);

    /// <summary>How often its devices are read, where that is not as usual.</summary>
    public ReadPlan? Reads { get; init; }

    /// <summary>How often its devices are read.</summary>
    [JsonIgnore]
    public ReadPlan ReadPlan => Reads ?? ReadPlan.Usual;
}
