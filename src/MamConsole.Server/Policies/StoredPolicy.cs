using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Policies;

/// <summary>A policy as stored, with the number and id of the version in force.</summary>
internal sealed record StoredPolicy
{
    public required long Key { get; init; }

    public required string PolicyId { get; init; }

    public required string Name { get; init; }

    public required WrittenPolicy Draft { get; init; }

    public required int DraftRevision { get; init; }

    public required DateTimeOffset DraftSavedAt { get; init; }

    public required string DraftSavedBy { get; init; }

    /// <summary>Null when the policy was never published.</summary>
    public long? VersionId { get; init; }

    /// <summary>0 when the policy was never published.</summary>
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
