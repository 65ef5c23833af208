using System.Text.Json.Serialization;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies;

/// <summary>A published version of a policy. It never changes.</summary>
public sealed record PublishedVersion
{
    /// <summary>Unique over all policies; devices are assigned to it.</summary>
    public required long VersionId { get; init; }

    public required string PolicyId { get; init; }

    /// <summary>Starts at 1, without gaps within its policy.</summary>
    public required int Number { get; init; }

    /// <summary>Which version of which policy it is.</summary>
    [JsonIgnore]
    public VersionRef Ref => new(PolicyId, Number);

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    /// <summary>Empty when no reason was required and none was given.</summary>
    public required string Reason { get; init; }

    /// <summary>The number of the earlier version that has the same document after a rollback; null when it came from the draft.</summary>
    public int? RolledBackFrom { get; init; }

    /// <summary>The warnings and dangers that were accepted.</summary>
    public ValueList<AcceptedFinding> Accepted { get; init; } = [];

    public required WrittenPolicy Document { get; init; }

    public required CompiledPolicy Nodes { get; init; }

    /// <summary>SHA-256, in hexadecimal, of the compiler options in force when it was published.</summary>
    public required string CompilerOptionsHash { get; init; }
}
