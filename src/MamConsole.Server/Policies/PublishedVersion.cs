using System.Text.Json.Serialization;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies;

/// <summary>A version as it was published: it never changes.</summary>
public sealed record PublishedVersion
{
    /// <summary>Unique over all policies; what devices are assigned to.</summary>
    public required long VersionId { get; init; }

    public required string PolicyId { get; init; }

    /// <summary>From 1, without gaps within its policy.</summary>
    public required int Number { get; init; }

    /// <summary>Which version of which policy it is.</summary>
    [JsonIgnore]
    public VersionRef Ref => new(PolicyId, Number);

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    /// <summary>Empty when none was asked for and none was given.</summary>
    public required string Reason { get; init; }

    /// <summary>The number of the version whose document this is again; null when it came from the draft.</summary>
    public int? RolledBackFrom { get; init; }

    /// <summary>What the rules warned of and was accepted.</summary>
    public ValueList<AcceptedFinding> Accepted { get; init; } = [];

    public required WrittenPolicy Document { get; init; }

    public required CompiledPolicy Nodes { get; init; }

    /// <summary>SHA-256, hex, of the compiler options in force at that time.</summary>
    public required string CompilerOptionsHash { get; init; }
}
