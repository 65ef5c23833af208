using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Policies;

/// <summary>A policy with its draft and the version in force.</summary>
public sealed record PolicyDetail
{
    public required string PolicyId { get; init; }

    public required string Name { get; init; }

    public required WrittenPolicy Draft { get; init; }

    /// <summary>Increases with each save. A save names the revision that it is based on.</summary>
    public required int DraftRevision { get; init; }

    public required DateTimeOffset DraftSavedAt { get; init; }

    public required string DraftSavedBy { get; init; }

    /// <summary>The version in force; null when the policy was never published.</summary>
    public PublishedVersion? Published { get; init; }
}
