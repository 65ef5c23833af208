using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Policies;

/// <summary>A policy as it stands in its row, with the version in force by number and id.</summary>
internal sealed record StoredPolicy
{
    public required long Key { get; init; }

    public required string PolicyId { get; init; }

    public required string Name { get; init; }

    public required WrittenPolicy Draft { get; init; }

    public required int DraftRevision { get; init; }

    public required DateTimeOffset DraftSavedAt { get; init; }

    public required string DraftSavedBy { get; init; }

    /// <summary>Null when it never was published.</summary>
    public long? VersionId { get; init; }

    /// <summary>0 when it never was published.</summary>
    public int Number { get; init; }

    public PolicyDetail ToDetail(PublishedVersion? published) =>
        new()
        {
            PolicyId = PolicyId,
            Name = Name,
            Draft = Draft,
            DraftRevision = DraftRevision,
            DraftSavedAt = DraftSavedAt,
            DraftSavedBy = DraftSavedBy,
            Published = published,
        };
}
