using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Policies;

/// <summary>A policy with its draft and the version in force.</summary>
public sealed record PolicyDetail
{
    public required string PolicyId { get; init; }

    public required string Name { get; init; }

    public required WrittenPolicy Draft { get; init; }

    /// <summary>Grows with each save; who saves names the one that was edited.</summary>
    public required int DraftRevision { get; init; }

    public required DateTimeOffset DraftSavedAt { get; init; }

    public required string DraftSavedBy { get; init; }

    /// <summary>Null when it never was published.</summary>
    public PublishedVersion? Published { get; init; }
}
