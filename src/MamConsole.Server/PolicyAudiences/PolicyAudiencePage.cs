namespace MamConsole.Server.PolicyAudiences;

/// <summary>The audience of a policy: counts, and a page of PCs ordered by the person's name.</summary>
public sealed record PolicyAudiencePage
{
    public required string PolicyId { get; init; }

    public required string PolicyName { get; init; }

    public required AudienceSource Of { get; init; }

    /// <summary>The number of the version in force, when that was requested; null for the draft.</summary>
    public int? Number { get; init; }

    /// <summary>Whether there is a version in force, so that both documents can be requested.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>The assignment in one line.</summary>
    public required string Words { get; init; }

    public required int Priority { get; init; }

    /// <summary>The number of PCs that get the policy.</summary>
    public required long Getting { get; init; }

    /// <summary>The number of PCs that match but get another policy.</summary>
    public required long Elsewhere { get; init; }

    public required IReadOnlyList<AudienceRow> Rows { get; init; }

    /// <summary>The key of the next page; null on the last page.</summary>
    public string? Next { get; init; }

    /// <summary>How current the group memberships are; null when the assignment names no groups.</summary>
    public AudienceGroups? Groups { get; init; }
}
