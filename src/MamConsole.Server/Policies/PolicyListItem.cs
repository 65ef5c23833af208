using MamConsole.PolicyEngine.Assignment;

namespace MamConsole.Server.Policies;

/// <summary>A line of the list of policies.</summary>
public sealed record PolicyListItem
{
    public required string PolicyId { get; init; }

    public required string Name { get; init; }

    public int? PublishedNumber { get; init; }

    public long? VersionId { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public string? PublishedBy { get; init; }

    /// <summary>Whether the draft says something else than the version in force.</summary>
    public required bool HasUnpublishedChanges { get; init; }

    /// <summary>Who gets it by the version in force, else by the draft.</summary>
    public required AssignmentSettings Assignment { get; init; }

    public required int DraftRevision { get; init; }

    public required DateTimeOffset DraftSavedAt { get; init; }

    /// <summary>When the first recovery certificate of the version in force ends; null when it protects nothing or has none.</summary>
    public DateTimeOffset? RecoveryEndsAt { get; init; }
}
