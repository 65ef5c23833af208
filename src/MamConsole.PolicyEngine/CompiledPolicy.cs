using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine;

/// <summary>
/// Where a node stands in the order of sending (wip-authoring.md §1): boundary, app lists, flags, IDs, mode last, so that protection
/// never turns on before it knows its boundary. Stored by number: never renumber.
/// </summary>
public enum NodeStage
{
    /// <summary>NetworkIsolation.</summary>
    Boundary = 10,
    /// <summary>AppLocker groupings.</summary>
    AppLists = 20,
    /// <summary>Recovery certificate, RMS, icons, revoke flags.</summary>
    Flags = 30,
    /// <summary>Enterprise IDs.</summary>
    Ids = 40,
    /// <summary>EDPEnforcementLevel: withheld until all of the above are acknowledged.</summary>
    Mode = 50,
    /// <summary>DeviceLock: one Atomic.</summary>
    DeviceLock = 60,
    /// <summary>PassportForWork.</summary>
    HelloPin = 70,
    /// <summary>DMClient polling.</summary>
    Polling = 80,
    /// <summary>Trusted certificates, and certificates of people: before what signs in with them.</summary>
    Certificates = 82,
    /// <summary>Wi-Fi and VPN profiles.</summary>
    Connectivity = 84,
    /// <summary>The MDM link: withheld until RevokeOnMDMHandoff was read back as 0.</summary>
    MdmLink = 90,
}

/// <summary>What a read of a node can prove. Stored by number: never renumber.</summary>
public enum ReadBackKind
{
    /// <summary>The value in force: it must be the one that was sent.</summary>
    Value = 0,
    /// <summary>That it is there. Windows hides the value or writes it anew, so its text says nothing; what is asked for is the node that holds it.</summary>
    Presence = 1,
    /// <summary>Nothing: it is not read.</summary>
    None = 2,
}

/// <summary>One node with its value, as it will be sent.</summary>
/// <param name="LocUri">Complete but for <see cref="GroupingPlaceholder"/>, which each enrollment fills with a name of its own.</param>
/// <param name="Format">Meta/Format.</param>
/// <param name="Value">Data. Where the address is one of <see cref="SecretNodes"/>, it may hold places of secrets (<see cref="SecretPlaceholder"/>), which are
/// filled when a command is made; anywhere else such a text is text.</param>
/// <param name="Stage">Its place in the order of sending.</param>
public sealed record CompiledNode(string LocUri, CspFormat Format, string Value, NodeStage Stage)
{
    /// <summary>Stands for the AppLocker grouping: a random name per enrollment (wip-authoring.md §5.1).</summary>
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

/// <summary>All nodes of one version, in the order of sending.</summary>
public sealed record CompiledPolicy(ValueList<CompiledNode> Nodes)
{
    /// <summary>Nothing at all: what a device without a policy should have.</summary>
    public static readonly CompiledPolicy Empty = new([]);

    /// <summary>How often its devices are read, where that is not as usual.</summary>
    public ReadPlan? Reads { get; init; }

    /// <summary>How often its devices are read.</summary>
    [JsonIgnore]
    public ReadPlan Rhythm => Reads ?? ReadPlan.Usual;
}
