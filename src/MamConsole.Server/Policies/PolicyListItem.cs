using MamConsole.PolicyEngine.Assignment;

namespace MamConsole.Server.Policies;

/// <summary>A row of the list of policies.</summary>
public sealed record PolicyListItem
{
    public required string PolicyId { get; init; }

    public required string Name { get; init; }

    public int? PublishedNumber { get; init; }

    public long? VersionId { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public string? PublishedBy { get; init; }

    /// <summary>Whether the draft differs from the version in force.</summary>
    public required bool HasUnpublishedChanges { get; init; }

    /// <summary>The assignment of the version in force, or of the draft when nothing is published.</summary>
    public required AssignmentSettings Assignment { get; init; }

    public required int DraftRevision { get; init; }

    public required DateTimeOffset DraftSavedAt { get; init; }

    /// <summary>
    /// When the first recovery certificate of the version in force expires; null when WIP is off or there is no certificate.
    /// </summary>
    public DateTimeOffset? RecoveryEndsAt { get; init; }
}
