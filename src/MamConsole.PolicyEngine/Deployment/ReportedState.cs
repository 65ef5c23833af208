using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>Why a node of a device is not simply what was published. Stored by number: never renumber.</summary>
public enum DeviationKind
{
    /// <summary>Not sent on purpose, until its prerequisites are there (mode, MDM link).</summary>
    Withheld = 1,
    /// <summary>Sent, but the device never said what became of it; or, with a code, not sent because no message of this device can hold it.</summary>
    Unknown = 2,
    /// <summary>The device refused it.</summary>
    Refused = 3,
    /// <summary>The device acknowledged it and reads back something else.</summary>
    Differs = 4,
    /// <summary>The device acknowledged it, and told no value when it was asked for one. Nothing to worry about, but not read back.</summary>
    Silent = 5,
}

/// <summary>What stands against one node of one device. Nodes without one hold the value of the acknowledged version.</summary>
/// <param name="LocUri">As compiled, with the grouping's placeholder.</param>
/// <param name="Kind">What is the matter.</param>
/// <param name="Code">The device's status code, when it gave one.</param>
/// <param name="OriginalError">The HRESULT beside it, as written.</param>
/// <param name="Value">The value refused or read back; null for a node that was to be removed.</param>
public sealed record NodeDeviation(string LocUri, DeviationKind Kind, int? Code = null, string? OriginalError = null, string? Value = null)
{
    /// <summary>When it is sent again with the same value.</summary>
    public Retry Retry { get; init; } = Retry.Never;

    /// <summary>Whether the device may lack what the version gives the node: everything but what it acknowledged.</summary>
    public bool IsMissing => Kind is not (DeviationKind.Differs or DeviationKind.Silent);
}

/// <summary>What a device has, as far as it told us.</summary>
/// <param name="Acknowledged">The nodes of the last version whose writes were all answered.</param>
/// <param name="Sent">The nodes of a version that was sent but not answered in full; null when there is none.</param>
/// <param name="Deviations">What stands against single nodes.</param>
public sealed record ReportedState(CompiledPolicy Acknowledged, CompiledPolicy? Sent, ValueList<NodeDeviation> Deviations);

/// <summary>What this Windows can take.</summary>
/// <param name="Build">The OS build that enrollment named; null when it named none, then everything is tried.</param>
public sealed record DeviceCapability(int? Build)
{
    /// <summary>The first build without WIP: its CSP still answers 200 and nothing is protected (wip-authoring.md §0).</summary>
    public const int FirstBuildWithoutWip = 26100;

    /// <summary>Whether the node exists on this build.</summary>
    public bool Takes(CompiledNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Build is not { } build || build >= node.MinimumBuild;
    }

    /// <summary>Whether this Windows enforces WIP at all; null when its build is not known.</summary>
    public bool? EnforcesWip => Build is { } build ? build is >= MamConsole.Protocol.Csp.CspNode.FirstBuildWithMam and < FirstBuildWithoutWip : null;
}

/// <summary>How a node is written, or run. Stored by name: never rename.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WriteVerb>))]
public enum WriteVerb { Add, Replace, Exec }

/// <summary>One command of a message that is to be sent or was sent; stored with the session so that the same bytes can be made again.</summary>
[JsonDerivedType(typeof(Write), "w")]
[JsonDerivedType(typeof(Remove), "d")]
[JsonDerivedType(typeof(Read), "r")]
public abstract record PlannedCommand
{
    private PlannedCommand(string locUri) => LocUri = locUri;

    /// <summary>As compiled, with the grouping's placeholder.</summary>
    public string LocUri { get; init; }

    /// <summary>Writes the value that the version of the step gives the node.</summary>
    public sealed record Write(string LocUri, WriteVerb Verb) : PlannedCommand(LocUri);

    /// <summary>Deletes the node.</summary>
    public sealed record Remove(string LocUri) : PlannedCommand(LocUri);

    /// <summary>Reads the node's value in force.</summary>
    public sealed record Read(string LocUri) : PlannedCommand(LocUri);
}
