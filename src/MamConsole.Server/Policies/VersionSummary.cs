using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies;

/// <summary>A row of a policy's history.</summary>
public sealed record VersionSummary
{
    public required int Number { get; init; }

    public required long VersionId { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    public required string Reason { get; init; }

    public int? RolledBackFrom { get; init; }

    /// <summary>The warnings and dangers that were accepted.</summary>
    public ValueList<AcceptedFinding> Accepted { get; init; } = [];
}
